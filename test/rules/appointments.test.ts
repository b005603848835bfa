import { describe, expect, test } from 'vitest';
import { type Appointment, clock, slotText } from '../../src/appointments/appointment.ts';
import { type Booked, bookedProblem, overlapping } from '../../src/appointments/rules.ts';
import { readTime } from '../../src/appointments/time.ts';

const at = (from: number, until: number, more: Partial<Appointment> = {}): Booked => ({
  ...{ day: '2024-01-05', from, until, place: '一楼调解室', roomId: 1, mediators: ['何春花'], number: 'A-2024-1' },
  ...more,
});

describe('two appointments', () => {
  test('overlap where they have a minute in common', () => {
    const nine = at(540, 600);
    expect(overlapping(nine, at(600, 660))).toBe(false);
    expect(overlapping(nine, at(599, 660))).toBe(true);
    expect(overlapping(at(480, 540), nine)).toBe(false);
    expect(overlapping(at(480, 541), nine)).toBe(true);
    expect(overlapping(nine, at(550, 560))).toBe(true);
    expect(overlapping(nine, at(540, 600, { day: '2024-01-06' }))).toBe(false);
  });

  test('share no room and no mediator at a time', () => {
    const wanted = at(540, 600);
    const said = (...others: Booked[]) => bookedProblem(wanted, others)?.en;
    expect(said(at(570, 630))).toBe('一楼调解室 is taken by A-2024-1, 2024-01-05 09:30–10:30');
    expect(said(at(570, 630, { roomId: 2 }))).toBe('Mediator 何春花 is at A-2024-1, 2024-01-05 09:30–10:30');
    expect(said(at(570, 630, { roomId: 2, mediators: ['沃建国'] }))).toBeUndefined();
    expect(said(at(600, 660), at(480, 540))).toBeUndefined();
  });

  test('at places that are no rooms differ, whatever they are called', () => {
    const village = { roomId: null, place: '村委会' };
    expect(bookedProblem(at(540, 600, village), [at(540, 600, { ...village, mediators: ['沃建国'] })])).toBeUndefined();
  });
});

test('a time is a day and an hour, as people write them', () => {
  expect(readTime('2024-01-05 09:00')).toEqual({ day: '2024-01-05', minute: 540 });
  expect(readTime('2024-1-5 9：30')).toEqual({ day: '2024-01-05', minute: 570 });
  expect(readTime('2024-01-05T14:05')).toEqual({ day: '2024-01-05', minute: 845 });
  expect(readTime('2024年1月5日 9点30分')).toEqual({ day: '2024-01-05', minute: 570 });
  for (const wrong of ['2024-01-05', '09:00', '2024-01-05 24:00', '2024-01-05 09:60', '2024-02-30 09:00', '下周五'])
    expect(readTime(wrong)).toBeUndefined();
});

test('a time of day has two digits for hour and minute', () => {
  expect([clock(0), clock(545), clock(1440)]).toEqual(['00:00', '09:05', '24:00']);
  expect(slotText({ day: '2024-01-05', from: 540, until: 600 })).toBe('2024-01-05 09:00–10:00');
});
