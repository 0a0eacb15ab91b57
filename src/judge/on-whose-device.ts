import { patientLabel } from '../plan/patient-number.ts';

/** A sentence of its own, after a space, where something was shown on another patient's device; else nothing. */
export function onWhoseDevice(device: number | undefined): string {
  return device === undefined
    ? ''
    : ` It was on the device that ${patientLabel(device)} had signed out of.`;
}
