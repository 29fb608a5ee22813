import type { Stack, Template } from '../cloudformation';
import type { AccountRow } from '../state';
import { type Html, html, page } from './page';

export type StackForm = {
  account: AccountRow;
  templateUrl: string;
  stackName: string;
  template: Template;
  values: Record<string, string>;
  problem?: string;
};

/** The owner's review before a stack is created: what will be made, with which values, and the one consent that AWS wants. */
export function stackFormPage(form: StackForm): string {
  const parameters = Object.entries(form.template.Parameters ?? {});
  const resources = Object.entries(form.template.Resources);
  const body = html`<header><h1>Quick create stack</h1><p class="muted">Signed in as the owner of ${form.account.alias}, account <span class="mono">${form.account.id}</span></p></header>
<main>${form.problem ? html`<section class="answer refused" role="alert"><h2>Couldn’t create the stack</h2><p>${form.problem}</p></section>` : undefined}
<form class="stack" method="post" action="/cloudformation/create" style="max-width:none"><input type="hidden" name="account" value="${form.account.id}"><input type="hidden" name="templateURL" value="${form.templateUrl}">
<section aria-labelledby="template"><h2 id="template">Template</h2><p>${form.template.Description}</p><p class="mono">${form.templateUrl}</p></section>
<section aria-labelledby="makes"><h2 id="makes">What it creates</h2><ul>${resources.map(
    ([id, resource]) =>
      html`<li><b>${id}</b> <span class="muted">${resource.Type}</span>${resource.Condition ? html` <span class="muted">(if ${resource.Condition})</span>` : undefined}<details><summary>Show its definition</summary><pre>${JSON.stringify(resource.Properties ?? {}, null, 2)}</pre></details></li>`,
  )}</ul></section>
<section aria-labelledby="values"><h2 id="values">Name and parameters</h2><div style="display:grid;gap:14px;max-width:720px"><div><label for="stackName">Stack name</label><input id="stackName" name="stackName" value="${form.stackName}" required pattern="[a-zA-Z][a-zA-Z0-9\\-]*" maxlength="128" autocomplete="off"></div>${parameters.map(
    ([name, rule]) =>
      html`<div><label for="param_${name}">${name}</label>${rule.Description ? html`<p class="hint" id="hint_${name}">${rule.Description}</p>` : undefined}${field(name, rule, form.values[name] ?? '')}</div>`,
  )}</div></section>
<section aria-labelledby="consent"><h2 id="consent">Consent</h2><label class="check" for="capability"><input type="checkbox" id="capability" name="capability" value="CAPABILITY_NAMED_IAM" required>I acknowledge that this creates IAM resources with custom names.</label></section>
<div><button>Create stack</button></div></form></main>`;
  return page('Quick create stack', body);
}

function field(name: string, rule: NonNullable<Template['Parameters']>[string], value: string): Html {
  const described = rule.Description ? `hint_${name}` : undefined;
  const by = described ? html` aria-describedby="${described}"` : undefined;
  if (rule.AllowedValues) {
    const options = rule.AllowedValues.map(String).map((one) =>
      one === value ? html`<option selected>${one}</option>` : html`<option>${one}</option>`,
    );
    return html`<select id="param_${name}" name="param_${name}"${by}>${options}</select>`;
  }
  return html`<input id="param_${name}" name="param_${name}" value="${value}" required autocomplete="off"${by}>`;
}

export function stackDonePage(account: AccountRow, stack: Stack, returnUrl: string | undefined): string {
  const rows = stack.resources.map(
    (one) =>
      html`<tr><td>${one.id}</td><td>${one.type}</td><td class="mono">${one.attributes.Arn ?? one.ref}</td></tr>`,
  );
  const body = html`<header><h1>Stack ${stack.stackName} was created</h1><p><span class="lamp go">CREATE_COMPLETE</span> in ${account.alias}, account <span class="mono">${account.id}</span></p></header>
<main><section aria-labelledby="made"><h2 id="made">What was created</h2><div class="scroll" tabindex="0" role="region" aria-label="Created resources"><table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">ARN</th></tr></thead><tbody>${rows}</tbody></table></div></section>
${returnUrl ? html`<p><a href="${returnUrl}">Back to Groundcrew</a></p>` : undefined}</main>`;
  return page('Stack created', body);
}

/** Which account the owner is signed in to, when the link does not say so; `query` is carried on. */
export function chooseAccountPage(accounts: AccountRow[], query: URLSearchParams): string {
  const link = (id: string) => {
    const next = new URLSearchParams(query);
    next.set('account', id);
    return `/cloudformation/create?${next}`;
  };
  const body = html`<header><h1>Which account are you signed in to?</h1><p class="muted">Choose the one whose ID you typed in Groundcrew.</p></header><main><section>${
    accounts.length === 0
      ? html`<p>The sandbox has no customer accounts yet.</p>`
      : html`<ul>${accounts.map((one) => html`<li><a href="${link(one.id)}">${one.alias}</a> <span class="mono muted">${one.id}</span></li>`)}</ul>`
  }</section></main>`;
  return page('Choose an account', body);
}

export function problemPage(title: string, message: string): string {
  return page(
    title,
    html`<header><h1>${title}</h1></header><main><section class="answer refused" role="alert"><p>${message}</p></section></main>`,
  );
}
