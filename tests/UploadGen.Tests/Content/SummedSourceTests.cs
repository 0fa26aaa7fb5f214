namespace UploadGen.Tests;

public class SummedSourceTests
{
    private static readonly byte[] All = Bytes.Of(1000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_whole_is_summed_and_what_is_read_in_part_is_not()
    {
        var source = Source();
        Assert.Null(source.Sum);
        await ReadAsync(source, 999);
        Assert.Null(source.Sum);
        await ReadAsync(source, 1000);
        Assert.Equal(Crc32C.Of(All), source.Sum);
    }

    [Fact]
    public async Task So_is_what_is_read_in_parts_whichever_comes_first_and_however_often()
    {
        var source = Source();
        var places = new[] { 600, 0, 300, 300, 900 };
        foreach (var (place, read) in places.Select((place, index) => (place, index == 2 ? 7 : int.MaxValue)))
        {
            Assert.Null(source.Sum);
            await ReadAsync((SummedSource)source.Slice(place, Math.Min(300, All.Length - place)), read);
        }

        Assert.Equal(Crc32C.Of(All), source.Sum);
    }

    [Fact]
    public async Task Parts_that_do_not_make_the_whole_have_no_sum()
    {
        var source = Source();
        await ReadAsync((SummedSource)source.Slice(0, 500), int.MaxValue);
        await ReadAsync((SummedSource)source.Slice(400, 600), int.MaxValue);

        Assert.Null(source.Sum);
    }

    [Fact]
    public void What_is_known_before_counts_until_something_is_read() => Assert.Equal(7u, new SummedSource(new BytesSource(All), 7).Sum);

    [Fact]
    public void Nothing_has_a_sum() => Assert.Equal(0u, new SummedSource(new BytesSource(Array.Empty<byte>())).Sum);

    private static SummedSource Source() => new(new BytesSource(All));

    private static async Task ReadAsync(SummedSource source, int count)
    {
        var stream = source.Open();
        var buffer = new byte[64];
        while (count > 0 && await stream.ReadAsync(buffer.AsMemory(0, Math.Min(count, buffer.Length)), Token) is > 0 and int read)
        {
            count -= read;
        }

        source.Close(stream);
    }
}
