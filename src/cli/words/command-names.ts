/**
 * What every area and its commands are called in Chinese, an area on each line. Written from the commands by
 * `UPDATE_DOCS=1 npx vitest run test/reference.test.ts`; a test fails when it is stale.
 */
export const COMMAND_NAMES = `
init=建账
me=本人
config=设置, list=列表, set=设置
demo=演示
completion=补全
import=导入, all=成批, list=列表, undo=撤销, corrections=修改记录
unit=机构, list=列表, tree=树, show=查看, add=新增, change=修改, recode=变更代码, close=停用, merge=合并, history=历史, import=导入, template=模板
team=服务队, list=列表, show=查看, lead=队长
cadre=干部, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
pair=结对, list=列表, show=查看, add=新增, history=历史, import=导入, template=模板, load=户数, change=修改, close=停用
household=户, list=列表, show=查看, add=新增, change=修改, close=停用, reopen=重新启用, unassigned=未落实包户, history=历史, import=导入, template=模板
standard=走访标准, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
assignment=包户, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
handover=交接
visit=走访, add=新增, round=记走访, import=导入, list=列表, show=查看, correct=更正, read=阅示, withdraw=撤销, history=历史, template=模板, print=打印, print-template=打印模板
reading=阅示, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板
dispute=纠纷, register=登记, list=列表, show=查看, accept=受理, decline=不予受理, escalate=上报, hand-down=交办, return=退回, recall=收回, succeed=承接, joint=联调, refer=转送, report=反馈, supervise=督办, supervision-reply=督办反馈, report-to-police=报告公安, appoint=预约, cancel-appointment=取消预约, investigate=调查, mediate=调解, regrade=调级, sponsor=包案, suspend=中止, resume=恢复, extend=延期, settle=化解, sign=签署, perform=履行, follow-up=回访, close=结案, terminate=终止, withdraw=撤回, reopen=重启, merge=并案, step-back=撤销办理, void=作废, party add=当事人 增加, party change=当事人 修改, party remove=当事人 移除, change=修改, history=历史, why=依据, confirm-check=确认检查, file=立卷, file-check=卷宗检查, categories=类别, sources=来源, import=导入, template=模板, invite=邀请, answer=应邀, print=打印, print-template=打印模板
petition=信访, lodge=登记, list=列表, show=查看, change=修改, accept=受理, decline=不予受理, confer=会商, assign=指派, reassign=改派, route=分流, report=反馈, extend=延期, escalate=上报, hand-down=交办, return=退回, recall=收回, succeed=承接, object=异议, classify=分类, conclude=办结, notice=告知, rate=评价, review=复查, re-examine=复核, hear=听证, close=结案, refer-to-mediation=转调解, step-back=撤销办理, void=作废, party add=当事人 增加, party change=当事人 修改, party remove=当事人 移除, history=历史, why=依据, categories=类别, import=导入, template=模板, print=打印, print-template=打印模板
agent=代办员, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板, workload=工作量
department=部门, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
meeting=调度, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板, report=汇报, due=应开, agenda=议程, item add=事项 新增, item change=事项 修改, item done=事项 办结, item list=事项 列表, item history=事项 历史
linked-leader=包联领导, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
site=场所, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
post=职务, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
establishment=编制, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
room=功能室, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
window=窗口, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
stationing=进驻, list=列表, show=查看, add=新增, close=停用, history=历史, import=导入, template=模板
service=服务, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板, count=统计
expert=专家, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板, suggest=推荐
mediator=调解员, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
allowance-rate=补贴标准, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
guidance=指导组, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板, cover=覆盖
guidance-unit=指导范围, list=列表, show=查看, add=新增, close=停用, history=历史, import=导入, template=模板
guidance-visit=指导走访, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板
guidance-problem=指导问题, list=列表, show=查看, add=新增, change=修改, done=完成, withdraw=撤销, history=历史, import=导入, template=模板
need=需求, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, close=办结, history=历史, import=导入, template=模板
benefit=惠民, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板, total=合计
village-rule=村规, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板, step=步骤
village-rule-step=村规步骤, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板
outreach=宣传, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板
return-kind=报表种类, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
receipt=收报, list=列表, show=查看, add=新增, change=修改, withdraw=撤销, history=历史, import=导入, template=模板
assessment=考核, list=列表, template=模板, history=历史, add=新增, change=修改, close=停用, import=导入, enter=录入, freeze=冻结, verify=复核, explain=说明, outcome=结果
campaign=行动, show=查看, change=修改
todo=待办
do=办
find=查找
deadline=时限, list=列表, change=修改, confirm=确认, unconfirm=撤销确认, history=历史
holiday=节假日, list=列表, import=导入, template=模板
domain=领域, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史
report=报表, coverage=覆盖, missed=未访, standards=达标, domains=领域, diaries=日记, resolution=化解, screening=排查, returns=收报, debriefing=述职, matrix=月报表, overdue=逾期, one-stop=一站, petitions=信访, workload=工作量, allowance=以案定补, headline=总览, bulletin=简报, months=逐月, monthly=月报, gaps=缺项, quality=作风, scorecard=评分
operator=操作员, list=列表, add=新增, change=修改, retire=停用, passphrase=口令, history=历史
privacy=个人信息, report=报告, due=到期, purge=清除, keep=保存
bundle=交换, status=状态, export=导出, import=导入, card=名片, office add=单位 新增, office list=单位 列表, office change=单位 修改, office remove=单位 撤销
region=汇总, report coverage=报表 覆盖, report resolution=报表 化解, report matrix=报表 月报表, report petitions=报表 信访, report headline=报表 总览, report scorecard=报表 评分, status=状态, init=建库, load=装载, remove=移除, export=导出
check=核对
backup=备份
restore=恢复
recover=抢救
encrypt=加密
decrypt=解密
log=日志, list=列表, export=导出, verify=核验, key=密钥
column-name=列名, list=列表, show=查看, add=新增, change=修改, close=停用, history=历史, import=导入, template=模板
export=数据集, csv=文本, parquet=列存
`;
