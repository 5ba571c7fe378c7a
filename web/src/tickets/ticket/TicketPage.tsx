import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useShortcuts } from '@/ui/shortcuts/useShortcuts';
import type { ComposeRequest } from './composeRequest';
import { TicketPane } from './TicketPane';

/** A ticket on its own page, reached by a link, the palette or a customer. */
export function TicketPage() {
  const { ticketRef } = useParams({ from: '/shell/tickets/$ticketRef' });
  const [compose, setCompose] = useState<ComposeRequest | null>(null);
  const write = (mode: ComposeRequest['mode']) => setCompose((before) => ({ mode, turn: (before?.turn ?? 0) + 1 }));
  useShortcuts({ r: () => write('PUBLIC'), n: () => write('NOTE') });
  return <TicketPane key={ticketRef} ticketRef={ticketRef} compose={compose} />;
}
