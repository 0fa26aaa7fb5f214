using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A state in a journal of many files, without secrets.</summary>
internal sealed class ClaimedState : StateKeeper
{
    private readonly JournalClaim _claim;

    public ClaimedState(JournalClaim claim)
    {
        _claim = claim;
        Saved = claim.Last?.Event is JournalEvent.Opened or JournalEvent.Stored ? Read(claim) : null;
    }

    public override UploadState? Saved { get; }

    public override string HowToGoOn => "the next run with this journal goes on";

    public override bool IsHanded => false;

    public override bool KeepsSecrets => false;

    public override ValueTask BeginAsync(UploadState state) => _claim.RecordAsync(JournalEvent.Opened, default, state.Head.ToJson());

    public override ValueTask AddAsync(UploadState state, int index, SentPart part)
        => _claim.AddPartAsync(new(index, JsonBody.Write(part, static (writer, part) => part.Write(writer))));

    /// <summary>Reads the state; <see langword="null"/> where it can't be, so that the upload begins anew.</summary>
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

            return state;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
