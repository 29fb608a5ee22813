'use client';

import { useContext, useEffect, useState } from 'react';
import { Details } from '@/components/ui/details';
import { FormContext } from '@/components/ui/form-context';
import { isPoorTitle } from '@/lib/market/advice/rules';

/** The guide, "Creating a title". */
const ADVICE = [
  ['Need help', 'Need help with IAM permissions'],
  ['Blocked', 'Unable to connect to my database'],
  ['Request', 'Request for a guided tour of machine learning capabilities'],
  ['Feedback', 'Feedback needed on our proposed architecture'],
] as const;

/** The guide's advice on titles, and a word when the title that is being typed is one of the poor ones. */
export function TitleAdvice() {
  const form = useContext(FormContext);
  const controlId = form?.idOf('title') ?? 'title';
  const [poor, setPoor] = useState(false);

  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLInputElement)) return;
    const look = () => setPoor(isPoorTitle(control.value));
    look();
    control.addEventListener('input', look);
    return () => control.removeEventListener('input', look);
  }, [controlId]);

  return (
    <div className="grid gap-1">
      <p role="status" className="text-sm text-wait empty:hidden">
        {poor ? 'Experts choose by title. Which service is it, and what’s wrong with it?' : null}
      </p>
      <Details summary={<span className="text-sm">What makes a good title</span>}>
        <table className="w-full text-left text-sm">
          <caption className="sr-only">Titles to avoid, and what to try instead</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="w-1/3 py-1 pr-3 font-medium">
                Avoid
              </th>
              <th scope="col" className="py-1 font-medium">
                Try this instead
              </th>
            </tr>
          </thead>
          <tbody>
            {ADVICE.map(([avoid, instead]) => (
              <tr key={avoid} className="border-t border-line align-top">
                <td className="py-1.5 pr-3 text-muted">{avoid}</td>
                <td className="py-1.5">{instead}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </div>
  );
}
