using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A state in a journal of many files, without secrets.</summary>
internal sealed class ClaimedState : StateKeeper
{
    private const string Created = "created";

    private readonly JournalClaim _claim;
    private readonly UploadContent _content;

    /// <exception cref="InvalidDataException">The journal says that the file is in storage, and not how to confirm it.</exception>
    public ClaimedState(JournalClaim claim, UploadContent content)
    {
        (_claim, _content) = (claim, content);
        Saved = claim.Last?.Event is JournalEvent.Opened or JournalEvent.Sending or JournalEvent.Stored ? Read(claim) : null;
    }

    public override UploadState? Saved { get; }

    public override string HowToGoOn => "the next run with this journal goes on";

    public override string HowToBeginAnew => "UploadJournal.ForgetAsync lets the next run do so";

    public override bool IsHanded => false;

    public override bool KeepsSecrets => false;

    public override ValueTask BeginAsync(UploadState state) => _claim.RecordAsync(JournalEvent.Opened, default, Record(state));

    public override ValueTask AddAsync(UploadState state, int index, SentPart part)
        => _claim.AddPartAsync(new(index, JsonBody.Write(part, static (writer, part) => part.Write(writer))));

    public override ValueTask CreateAsync(UploadState state) => BeginAsync(state);

    public override ValueTask EndAsync(UploadState state) => _claim.RecordAsync(JournalEvent.Sending, default, Record(state));

    /// <summary>It is recorded even where no other run can confirm the file: that run mustn't send it a second time then.</summary>
    public override async ValueTask StoreAsync(UploadState state, CancellationToken cancellationToken)
    {
        var mark = await _content.MarkAsync(cancellationToken).ConfigureAwait(false);
        // A bare null would become memory without bytes, by way of an array.
        var record = state.Head.Session.IsEmpty ? default(ReadOnlyMemory<byte>?) : Record(state);
        await _claim.RecordAsync(JournalEvent.Stored, mark, record).ConfigureAwait(false);
    }

    public override ValueTask DropAsync() => _claim.TryForgetAsync();

    public override Exception Unreadable(Exception? cause) => _claim.Unreadable(cause);

    /// <summary>What the upload is of, where it was created, and what the last answer says of the file.</summary>
    private static ReadOnlyMemory<byte> Record(UploadState state) => JsonBody.Write(state, static (writer, state) =>
    {
        writer.WriteStartObject();
        state.Head.Write(writer);
        if (state.Created is { } created)
        {
            writer.WriteString(Created, created);
        }

        state.Stored?.WriteAnswer(writer);
        writer.WriteEndObject();
    });

    /// <summary>Reads the state; <see langword="null"/> where it can't be and nothing is in storage, so that the upload begins anew.</summary>
    private static UploadState? Read(JournalClaim claim)
    {
        try
        {
            using var head = JsonDocument.Parse(claim.Value ?? default);
            var state = new UploadState(UploadStateHead.Read(head.RootElement));
            foreach (var part in claim.Parts)
            {
                using var json = JsonDocument.Parse(part.Value);
                state.Add(part.Index, SentPart.Read(json.RootElement));
            }

            if (head.RootElement.TryGetProperty(Created, out var created))
            {
                state.Create(created.GetString()!, state.Head.Sum);
            }

            if (claim.Last?.Event is JournalEvent.Sending)
            {
                state.End(state.Head.Sum);
            }

            if (claim.Last?.Event is JournalEvent.Stored)
            {
                state.Store(new StoredFile(null, state.Head.Sum, StoredFile.AnswerIn(head.RootElement)));
            }

            return state;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return claim.Last?.Event is JournalEvent.Stored ? throw claim.Unreadable(cause) : null;
        }
    }
}
