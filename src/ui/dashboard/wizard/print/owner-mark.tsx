/** States whose paper this is. It is a row of each table's head, because browsers repeat heads on every page. */
import { useTexts } from '../../../page-context.ts';
import { wizard } from '../../../strings/wizard.ts';

export function OwnerMark({ columns }: { columns: number }) {
  const { own } = useTexts(wizard);
  return (
    <tr>
      <th class="mark" colSpan={columns}>
        {own.mark}
      </th>
    </tr>
  );
}
