import { faultIds, loadFault } from './load-fault.ts';

const faults = await Promise.all((await faultIds()).map((id) => loadFault(id)));
console.log(JSON.stringify({ faults }, null, 2));
