import { mayRun, type Viewer } from '@/lib/core/rights';
import { ofCustomers } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { METHOD_COMMANDS } from './rights';

/** The cards of each of the viewer's customers. A customer without any is there too. */
export async function methodsOf(viewer: Viewer) {
  const { customerId: id } = ofCustomers(viewer);
  const customers = await database().customer.findMany({
    where: { id },
    select: {
      id: true,
      name: true,
      paymentMethods: {
        where: { removedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true, brand: true, last4: true, expMonth: true, expYear: true, createdAt: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return customers.map(({ paymentMethods, ...customer }) => ({
    ...customer,
    methods: paymentMethods,
    refusal: mayRun(viewer, METHOD_COMMANDS.saveMethod, { customerId: customer.id })?.message ?? null,
  }));
}
