using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>A journal that isn't a file: what the engine asks of the base class is enough.</summary>
public sealed class AnotherJournalTests
{
    private static readonly UploadContent[] Files =
        [UploadContent.FromBytes(new byte[] { 1 }, "a.bin"), UploadContent.FromBytes(new byte[] { 2 }, "b.bin")];

    private readonly List<string> _sent = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_has_recorded_is_left_out_until_it_is_forgotten()
    {
        var journal = new MemoryJournal();
        Assert.All(await RunAsync(journal), outcome => Assert.Equal(UploadStatus.Uploaded, outcome.Status));

        var second = await RunAsync(journal);
        Assert.All(second, outcome => Assert.Equal((UploadStatus.AlreadyUploaded, outcome.Content.FileName), (outcome.Status, outcome.Result)));
        Assert.Equal(["a.bin", "b.bin"], _sent);

        var key = new JournalKey("", "Thing", "b.bin");
        Assert.Equal(JournalEvent.Uploaded, (await journal.FindAsync(key, Token))!.Value.Event);
        Assert.True(await journal.ForgetAsync(key, Token));
        Assert.False(await journal.ForgetAsync(key, Token));
        await RunAsync(journal);
        Assert.Equal(["a.bin", "b.bin", "b.bin"], _sent);
    }

    [Fact]
    public async Task A_file_that_another_upload_has_taken_is_not_sent()
    {
        var journal = new MemoryJournal();
        await using var elsewhere = await journal.TryClaimAsync(new JournalKey("", "Thing", "a.bin"), Token);

        var outcomes = await RunAsync(journal);

        Assert.Equal(["b.bin"], _sent);
        var failed = Assert.Single(outcomes, outcome => !outcome.IsUploaded);
        Assert.Contains("is being uploaded already", Assert.IsType<InvalidOperationException>(failed.Exception).Message, StringComparison.Ordinal);
    }

    private async Task<List<UploadOutcome<string>>> RunAsync(IUploadJournal journal)
    {
        var upload = new WholeUpload<string>("Thing", "uploadThing")
        {
            Send = (content, _, _) =>
            {
                _sent.Add(content.FileName);
                return Task.FromResult(content.FileName);
            },
            ResultJson = new JournalJson<string>(JsonCodec.ReadString, JsonCodec.WriteString),
        };
        var options = new UploadManyOptions { Journal = journal, MaxConcurrency = 1 };
        var outcomes = new List<UploadOutcome<string>>();
        await foreach (var outcome in new UploadRunner(NullLogger.Instance).RunManyAsync(upload, Files, options, null, Token))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private sealed class MemoryJournal : IUploadJournal
    {
        private readonly ConcurrentDictionary<JournalKey, JournalRecord> _records = new();
        private readonly ConcurrentDictionary<JournalKey, bool> _claims = new();

        public string? Identify(UploadContent content) => content.FileName;

        public ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken)
        {
            JournalRecord? last = _records.TryGetValue(key, out var record) ? record : null;
            return new(_claims.TryAdd(key, true) ? new Claim(this, key, last) : null);
        }

        public ValueTask<JournalRecord?> FindAsync(JournalKey key, CancellationToken cancellationToken)
            => new(_records.TryGetValue(key, out var record) ? record : (JournalRecord?)null);

        public ValueTask<bool> ForgetAsync(JournalKey key, CancellationToken cancellationToken) => new(_records.TryRemove(key, out _));

        private sealed class Claim(MemoryJournal journal, JournalKey key, JournalRecord? last) : JournalClaim(key, last)
        {
            public override ValueTask RecordAsync(JournalRecord record)
            {
                journal._records[Key] = record;
                return ValueTask.CompletedTask;
            }

            public override ValueTask AddPartAsync(JournalPart part) => ValueTask.CompletedTask;

            public override ValueTask ForgetAsync()
            {
                journal._records.TryRemove(Key, out _);
                return ValueTask.CompletedTask;
            }

            public override ValueTask DisposeAsync()
            {
                journal._claims.TryRemove(Key, out _);
                return ValueTask.CompletedTask;
            }
        }
    }
}
