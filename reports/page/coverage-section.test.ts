import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordingSurfaces } from '../../src/model/surface.ts';
import { goodCoverage, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { coverageSection } from './coverage-section.ts';

function pageWith(absentSurfaces: Record<string, string>): string {
  const coverage = { ...goodCoverage, absentSurfaces };
  return coverageSection(runToReport(verdictsWith({ coverage }))).markup;
}

test('a target that shows no recordings is not said to have readable ones', () => {
  const absent = Object.fromEntries(recordingSurfaces.map((one) => [one, 'it keeps files']));
  assert.match(pageWith(absent), /The target shows no recordings: it keeps files/);
});

test('accounts that were given out are counted, with the reason', () => {
  const closed = { absentRegistration: 'It is closed.', accountsGivenOut: 235 };
  const coverage = { ...goodCoverage, ...closed };
  const page = coverageSection(runToReport(verdictsWith({ coverage }))).markup;
  assert.match(
    page,
    /Accounts given out[\s\S]*?235[\s\S]*?They existed before the run, .*: It is closed\./,
  );
  assert.doesNotMatch(pageWith({}), /Accounts given out/);
});

test('that replays name no appointment is told, with the reason', () => {
  const coverage = { ...goodCoverage, absentClaims: 'It has one archive.' };
  const page = coverageSection(runToReport(verdictsWith({ coverage }))).markup;
  assert.match(page, /Replays that name an appointment[\s\S]*?not held to its content: It has one/);
  assert.doesNotMatch(pageWith({}), /Replays that name an appointment/);
});

test('devices that were handed on are counted, or it is said why none was', () => {
  assert.match(pageWith({}), /devices that others had signed out of<[\s\S]*?80/);
  const coverage = {
    ...goodCoverage,
    handedDevices: { planned: 80, concluded: 0 },
    absentSignOut: 'it keeps nobody signed in',
  };
  const page = coverageSection(runToReport(verdictsWith({ coverage }))).markup;
  assert.match(page, /No device was handed on: it keeps nobody signed in/);
});

test('where nobody can mute themselves, that is said with the reason', () => {
  const coverage = { ...goodCoverage, absentMute: 'There is no such button.' };
  const page = coverageSection(runToReport(verdictsWith({ coverage }))).markup;
  assert.match(page, /Patients who muted themselves[\s\S]*?kept silent: There is no such button\./);
  assert.doesNotMatch(pageWith({}), /muted themselves/);
});

test('where no recording came, none is said to have been readable', () => {
  const coverage = { ...goodCoverage, media: { readSeconds: 0, unreadableSeconds: 0 } };
  const page = coverageSection(runToReport(verdictsWith({ coverage }))).markup;
  assert.match(page, /no picture and no sound came/);
  assert.doesNotMatch(page, /nothing unreadable/);
});

test('a target that shows recordings somewhere had them read', () => {
  assert.match(pageWith({ thumbnail: 'it has no previews' }), /picture and sound each; /);
});
