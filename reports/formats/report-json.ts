import { z } from 'zod';
import { runRecordSchema } from '../../src/history/run-record.ts';
import { runVerdictsSchema } from '../../src/judge/run-verdicts.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictSentence } from '../verdict-sentence.ts';

/** The version of report.json's format. */
export const reportFormat = 1;

const { run: _run, format: _format, ...verdicts } = runVerdictsSchema.shape;
const { format: _recordFormat, ...record } = runRecordSchema.shape;

/** `report.json`: all that the release page says, for machines. */
export const reportJsonSchema = z.strictObject({
  format: z.literal(reportFormat),
  /** The verdict in words. */
  sentence: z.string(),
  ...verdicts,
  /** How the run was made. */
  record: z.strictObject(record),
  /** The synthetic patients whom the report names. */
  people: z.array(z.strictObject({ number: z.int(), label: z.string(), name: z.string() })),
});

/** The release report for machines. */
export function reportJson(input: ReportInput): string {
  const { format: _, run: __, ...judged } = input.verdicts;
  const { format: ___, ...made } = input.record;
  const report: z.infer<typeof reportJsonSchema> = {
    format: reportFormat,
    sentence: verdictSentence(input.verdicts),
    ...judged,
    record: made,
    people: [...input.people.values()].map(({ number, givenName, familyName }) => ({
      number,
      label: patientLabel(number),
      name: `${givenName} ${familyName}`,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
