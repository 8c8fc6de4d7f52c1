import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/http';
import { router } from './app/router';
import { SignIn } from './door/SignIn';
import { createServices, SharedServices, useMe, useStream } from './live/services';
import { Loaded } from './parts/Loaded';
import './styles/base.css';

function Signalbox() {
  const me = useMe();
  if (me.error instanceof Refused && me.error.status === 401) {
    return <SignIn again={() => void me.refetch()} />;
  }
  return (
    <Loaded query={me} what="Who you are">
      {() => <SignedIn />}
    </Loaded>
  );
}

function SignedIn() {
  useStream();
  return <RouterProvider router={router} />;
}

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element "root"');
}
const services = createServices();
createRoot(root).render(
  <StrictMode>
    <SharedServices services={services}>
      <QueryClientProvider client={services.queries}>
        <Signalbox />
      </QueryClientProvider>
    </SharedServices>
  </StrictMode>,
);
