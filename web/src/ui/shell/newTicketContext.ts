import { createContext, use } from 'react';

/** Opens the new-ticket dialog from anywhere, with a customer already chosen when one is on screen. */
export const NewTicketContext = createContext<(customerId?: string) => void>(() => undefined);

export function useNewTicket() {
  return use(NewTicketContext);
}
