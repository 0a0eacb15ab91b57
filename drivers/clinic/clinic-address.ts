import { z } from 'zod';

/** Where one reference clinic and its third parties listen, and how its process is controlled. */
export const clinicAddressSchema = z.strictObject({
  /** The product, as its patients know it. */
  url: z.url(),
  /** The clinic's own clock, on a port apart from the product's. */
  controlUrl: z.url(),
  mocksUrl: z.url(),
  /** The clinic's account at the video provider. */
  providerApplication: z.string(),
  /** The one password of the clinic's staff. */
  staffPassword: z.string(),
});

export type ClinicAddress = z.infer<typeof clinicAddressSchema>;
