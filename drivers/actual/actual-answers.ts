import { z } from 'zod';

// Loose, so that a listing is handed on as it stands and not as this schema knows it.
const budgetFile = z.looseObject({ fileId: z.string(), name: z.string() });

/** The shapes of the server's answers that the driver relies on; what else is there is left alone. */
export const answers = {
  signInAddress: z.object({ data: z.object({ returnUrl: z.url() }) }),
  validated: z.object({ data: z.object({ userName: z.string() }) }),
  uploaded: z.object({ groupId: z.string() }),
  files: z.object({ data: z.array(budgetFile) }),
} as const;

export type BudgetFile = z.infer<typeof budgetFile>;
