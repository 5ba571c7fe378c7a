import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { preflight } from '@/ui/http/http';
import { welcome } from './welcome';

const socket = `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;
// The session's cookie goes along by itself; an access token can be put into the editor for headers.
const fetcher = createGraphiQLFetcher({ url: '/graphql', headers: preflight, wsClient: createClient({ url: socket, lazy: true }) });

const root = document.getElementById('root');
if (root) createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={welcome} />);
