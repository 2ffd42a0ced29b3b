/** Names of the purposes of portals, and the question that asks for the purpose of a portal. */
import type { PurposesTexts } from '../zh-CN/purposes.ts';

export const purposes: PurposesTexts = {
  purposes: {
    casework: 'Own casework',
    reporting: 'Reporting upward',
    study: 'Study and assessment',
    personal: 'Personal matters',
    none: 'Not classified',
  },
  purposeAsk: (name) => `What do you mostly use “${name}” for?`,
  purposeSkip: 'Rather not say',
};
