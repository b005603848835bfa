import { readDay } from '../intake/day-text.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Command } from './command.ts';

/** The parameters that date what is entered. */
const ACT_DAYS = ['on', 'registeredOn', 'visited_on', 'held_on', 'served_on', 'raised_on', 'granted_on'];

/** Whether a command enters something that has a day. */
export function datesAnAct({ access, params }: Pick<Command, 'access' | 'params'>): boolean {
  return access === 'write' && ACT_DAYS.some(name => name in params);
}

/** The day that a command line gives to what it enters. */
export function actDay(input: Readonly<Record<string, unknown>>): Day | undefined {
  const given = ACT_DAYS.map(name => input[name]).find(value => typeof value === 'string' && value !== '');
  return given === undefined ? undefined : readDay(String(given));
}

/** A day long ago is likely a slip of the hand, and so is a day before the campaign; both can be meant. */
export function dayDoubts(day: Day, today: Day, campaignFrom: Day | undefined): Text[] {
  if (campaignFrom !== undefined && day < campaignFrom)
    return [
      {
        zh: `${day} 早于行动启动日 ${campaignFrom}`,
        en: `${day} is before the campaign, which began on ${campaignFrom}`,
      },
    ];
  if (day >= yearBefore(today)) return [];
  return [{ zh: `${day} 在一年以前（今天是 ${today}）`, en: `${day} is more than a year back (today is ${today})` }];
}

export const yearBefore = (day: Day): Day => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
