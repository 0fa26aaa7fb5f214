namespace UploadGen.Core;

/// <summary>JSON Lines: a value on each line. The last line may have no end, and empty lines are no items.</summary>
internal sealed class JsonLinesReader(BodyWindow body) : ItemReader(body)
{
    protected override async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        var seen = 0;
        while (true)
        {
            var end = Body.Unread.Span[seen..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Trim(Body.Take(seen + end + 1));
                seen = 0;
                if (line.Length > 0)
                {
                    return line;
                }

                continue;
            }

            seen = Body.Unread.Length;
            if (!await Body.FillAsync().ConfigureAwait(false))
            {
                var rest = Trim(Body.Take(seen));
                return rest.Length > 0 ? rest : default(ReadOnlyMemory<byte>?);
            }
        }
    }
}
