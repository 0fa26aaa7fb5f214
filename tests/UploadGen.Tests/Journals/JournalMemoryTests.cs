using System.Text;

namespace UploadGen.Tests;

/// <summary>What journals of many files cost. Runs alone, as it measures memory.</summary>
[Collection(nameof(MemoryTests))]
public class JournalMemoryTests
{
    private const int Files = 50_000;

    [Fact]
    public void A_journal_keeps_few_bytes_for_each_file()
    {
        using var folder = new TestFile([]);
        var path = folder.FilePath + ".journal";
        var result = Encoding.UTF8.GetBytes($$"""{"note":"{{new string('x', 300)}}"}""");
        using (var records = new RecordFile(path, "journal"))
        {
            records.Load((_, _) => true);
            records.Replace(Enumerable.Range(0, Files).SelectMany(file => new[] { nameof(JournalEvent.Sending), nameof(JournalEvent.Uploaded) }.Select(
                word => JournalLine.Write(new("", "Thing", $"/home/ada/photos/{file}.png (2400000 bytes)"), word, result))));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var journal = UploadJournal.Open(path);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper!.WriteLine($"{kept} bytes kept, {allocated} allocated");
        Assert.Empty(journal.DamagedLines);
        Assert.InRange(kept / Files, 8, 60);
        Assert.InRange(allocated / Files, 8, 250);
    }
}
