import type { AgentTable } from './schema/agents.ts';
import type { AllowanceRateTable } from './schema/allowance.ts';
import type { AppointmentTable } from './schema/appointments.ts';
import type { IndicatorTable, ManualValueTable, OutcomeTable, ResultTable, SchemeTable } from './schema/assessment.ts';
import type { BenefitTable } from './schema/benefits.ts';
import type {
  CaseStatusTable,
  CaseTable,
  DeadlineTable,
  FormerNumberTable,
  MoveTable,
  OfferTable,
  PartyTable,
  PauseTable,
  StayTable,
  VoidedMoveTable,
} from './schema/cases.ts';
import type { ServiceTable, StationingTable, WindowTable } from './schema/centre.ts';
import type { ConfirmationTable, DeadlineRuleTable, HolidayTable } from './schema/deadlines.ts';
import type { DepartmentTable } from './schema/departments.ts';
import type {
  AgreementTable,
  CategoryTable,
  DisputeTable,
  ReferralTable,
  SessionPlaceTable,
  SignatureTable,
  SourceTable,
  SupervisionTable,
} from './schema/disputes.ts';
import type { BundleTable, EditionTable, OfficeTable } from './schema/exchange.ts';
import type { ExpertTable, InvitationTable } from './schema/experts.ts';
import type { GuidanceProblemTable, GuidanceTable, GuidanceUnitTable, GuidanceVisitTable } from './schema/guidance.ts';
import type { AssignmentTable, HouseholdKindTable, HouseholdTable, HouseholdTermTable } from './schema/households.ts';
import type {
  EventTable,
  ImportTable,
  JournalTable,
  MadeTallyTable,
  SealBlockTable,
  SealTable,
  SettingTable,
  UndoneEventTable,
  VisitedTallyTable,
} from './schema/ledger.ts';
import type { LinkedLeaderTable } from './schema/linked-leaders.ts';
import type { MediatorTable } from './schema/mediators.ts';
import type { ActionItemTable, MeetingReportTable, MeetingTable } from './schema/meetings.ts';
import type { NeedTable } from './schema/needs.ts';
import type { OperatorTable } from './schema/operators.ts';
import type { OutreachTable } from './schema/outreach.ts';
import type {
  NoticeSeriesTable,
  NoticeTable,
  PetitionCategoryTable,
  PetitionTable,
  TaskTable,
} from './schema/petitions.ts';
import type { ColumnNameTable } from './schema/register.ts';
import type { ReceiptTable, ReturnKindTable } from './schema/returns.ts';
import type { EstablishmentTable, PostTable, RoomTable, SiteTable } from './schema/sites.ts';
import type { VisitStandardTable } from './schema/standards.ts';
import type { CadreTable, PairTable, TeamLeaderTable, TeamMemberTable } from './schema/teams.ts';
import type { UnitTable, UnitTermTable } from './schema/units.ts';
import type { VillageRuleStepTable, VillageRuleTable } from './schema/village-rules.ts';
import type { DiaryTable, DomainTable, ReadingTable, VisitTable, WithdrawnVisitTable } from './schema/visits.ts';

/** Every table of the ledger as Kysely sees it; the files in schema/ are written by `npm run schema`. */
export interface Schema {
  setting: SettingTable;
  journal: JournalTable;
  import: ImportTable;
  event: EventTable;
  undone_event: UndoneEventTable;
  seal: SealTable;
  seal_block: SealBlockTable;
  visited_tally: VisitedTallyTable;
  made_tally: MadeTallyTable;
  deadline_rule: DeadlineRuleTable;
  holiday: HolidayTable;
  confirmation: ConfirmationTable;
  unit: UnitTable;
  unit_term: UnitTermTable;
  cadre: CadreTable;
  team_member: TeamMemberTable;
  team_leader: TeamLeaderTable;
  pair: PairTable;
  operator: OperatorTable;
  office: OfficeTable;
  edition: EditionTable;
  bundle: BundleTable;
  household: HouseholdTable;
  column_name: ColumnNameTable;
  household_term: HouseholdTermTable;
  visit_standard: VisitStandardTable;
  household_kind: HouseholdKindTable;
  assignment: AssignmentTable;
  domain: DomainTable;
  visit: VisitTable;
  withdrawn_visit: WithdrawnVisitTable;
  diary: DiaryTable;
  reading: ReadingTable;
  cases: CaseTable;
  former_number: FormerNumberTable;
  case_status: CaseStatusTable;
  move: MoveTable;
  voided_move: VoidedMoveTable;
  offer: OfferTable;
  stay: StayTable;
  deadline: DeadlineTable;
  pause: PauseTable;
  party: PartyTable;
  dispute: DisputeTable;
  agreement: AgreementTable;
  signature: SignatureTable;
  session_place: SessionPlaceTable;
  referral: ReferralTable;
  supervision: SupervisionTable;
  category: CategoryTable;
  source: SourceTable;
  petition: PetitionTable;
  petition_category: PetitionCategoryTable;
  task: TaskTable;
  notice: NoticeTable;
  notice_series: NoticeSeriesTable;
  department: DepartmentTable;
  mediator: MediatorTable;
  allowance_rate: AllowanceRateTable;
  agent: AgentTable;
  appointment: AppointmentTable;
  site: SiteTable;
  post: PostTable;
  room: RoomTable;
  establishment: EstablishmentTable;
  linked_leader: LinkedLeaderTable;
  window: WindowTable;
  stationing: StationingTable;
  service: ServiceTable;
  expert: ExpertTable;
  invitation: InvitationTable;
  guidance: GuidanceTable;
  guidance_unit: GuidanceUnitTable;
  guidance_visit: GuidanceVisitTable;
  guidance_problem: GuidanceProblemTable;
  need: NeedTable;
  benefit: BenefitTable;
  village_rule: VillageRuleTable;
  village_rule_step: VillageRuleStepTable;
  outreach: OutreachTable;
  return_kind: ReturnKindTable;
  receipt: ReceiptTable;
  meeting: MeetingTable;
  meeting_report: MeetingReportTable;
  action_item: ActionItemTable;
  scheme: SchemeTable;
  indicator: IndicatorTable;
  manual_value: ManualValueTable;
  result: ResultTable;
  outcome: OutcomeTable;
}
