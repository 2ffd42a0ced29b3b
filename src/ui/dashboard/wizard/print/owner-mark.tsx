/**
 * A line that says that the paper belongs to the owner. It is a row of each table's head, because browsers repeat heads
 * on every page.
 */
import { useTexts } from '../../../page-context.ts';

export function OwnerMark({ columns }: { columns: number }) {
  const { own } = useTexts('monthExport');
  return (
    <tr>
      <th class="mark" colSpan={columns}>
        {own.mark}
      </th>
    </tr>
  );
}
