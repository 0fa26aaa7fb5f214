namespace UploadGen.EndToEnd.Tests.Many;

internal static class Outcomes
{
    public static async Task<List<UploadOutcome<T>>> ToListAsync<T>(this IAsyncEnumerable<UploadOutcome<T>> outcomes)
    {
        List<UploadOutcome<T>> list = [];
        await foreach (var outcome in outcomes)
        {
            list.Add(outcome);
        }

        return list;
    }
}
