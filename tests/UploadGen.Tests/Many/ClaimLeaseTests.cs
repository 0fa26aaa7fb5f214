using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>A journal whose claims end unless they are renewed, as one that several machines share.</summary>
public class ClaimLeaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_renewed_for_as_long_as_the_file_is_uploaded()
    {
        var journal = new LeasingJournal(_ => true);

        var outcome = await UploadAsync(journal, token => Task.Delay(600, token));

        Assert.Equal(UploadStatus.Uploaded, outcome.Status);
        Assert.InRange(journal.Renewals, 3, 20);
        var ended = journal.Renewals;
        await Task.Delay(300, Token);
        Assert.Equal(ended, journal.Renewals);
    }

    [Fact]
    public async Task A_claim_that_is_lost_ends_the_upload()
    {
        var journal = new LeasingJournal(renewal => renewal < 2);

        var outcome = await UploadAsync(journal, token => Task.Delay(Timeout.Infinite, token));

        Assert.Equal(UploadStatus.Failed, outcome.Status);
        Assert.Contains("given a.bin to another upload", Assert.IsType<InvalidOperationException>(outcome.Exception).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, UploadStatus.Uploaded)]
    [InlineData(int.MaxValue, UploadStatus.Failed)]
    public async Task A_journal_that_cannot_be_reached_ends_the_upload_when_the_lease_is_over_and_not_before(int failures, UploadStatus expected)
    {
        var journal = new LeasingJournal(renewal => renewal >= failures ? true : throw new IOException("away"));

        Assert.Equal(expected, (await UploadAsync(journal, token => Task.Delay(1000, token))).Status);
    }

    private static async Task<UploadOutcome<string>> UploadAsync(IUploadJournal journal, Func<CancellationToken, Task> send)
    {
        var upload = new WholeUpload<string>("Thing", "sendThing")
        {
            ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
            Send = async (_, _, token) =>
            {
                await send(token);
                return "done";
            },
        };
        var contents = new[] { UploadContent.FromBytes(new byte[1], "a.bin") };
        await foreach (var outcome in new UploadRunner(NullLogger.Instance).RunManyAsync(upload, contents, new() { Journal = journal }, null, Token))
        {
            return outcome;
        }

        throw new InvalidOperationException("No outcome.");
    }

    private sealed class LeasingJournal(Func<int, bool> renew) : IUploadJournal
    {
        public int Renewals { get; private set; }

        public string Identify(UploadContent content) => content.FileName;

        public ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken) => new(new Claim(this, key));

        public ValueTask<JournalRecord?> FindAsync(JournalKey key, CancellationToken cancellationToken) => new((JournalRecord?)null);

        public ValueTask<bool> ForgetAsync(JournalKey key, CancellationToken cancellationToken) => new(false);

        private sealed class Claim(LeasingJournal journal, JournalKey key) : JournalClaim(key, null)
        {
            public override TimeSpan Lease => TimeSpan.FromMilliseconds(300);

            public override ValueTask<bool> RenewAsync(CancellationToken cancellationToken) => new(journal._renew(journal.Renewals++));

            public override ValueTask RecordAsync(JournalRecord record) => ValueTask.CompletedTask;

            public override ValueTask AddPartAsync(JournalPart part) => ValueTask.CompletedTask;

            public override ValueTask ForgetAsync() => ValueTask.CompletedTask;

            public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }

        private readonly Func<int, bool> _renew = renew;
    }
}
