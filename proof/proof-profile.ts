import type { ProfileName } from '../src/configuration/profiles.ts';

/** The size of the runs that show most lines of the tables: a lie is told or not, however many patients there are. */
export const proofProfile: ProfileName = 'trial';
