import type {
  PatientSession,
  SessionEquipment,
  TargetDriver,
} from '../../src/act/target-driver.ts';

/** A driver whose sessions are not what another driver makes of them. */
export function wrapSessions(
  driver: TargetDriver,
  wrap: (session: PatientSession, equipment: SessionEquipment) => PatientSession,
): TargetDriver {
  return {
    ...driver,
    openSession: async (equipment) => wrap(await driver.openSession(equipment), equipment),
  };
}
