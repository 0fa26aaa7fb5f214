namespace UploadGen.Core;

/// <summary>How what opening an upload gives is written down, and what of it another run needs to go on.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="ReadWhole">Reads it, secrets and all; <see langword="null"/> where it can't be written down.</param>
/// <param name="WriteWhole">Writes it so.</param>
/// <param name="WithoutSecrets">Writes it into a journal and reads it back; <see langword="null"/> where that is of no use to another run.</param>
internal sealed record KeptSession<TSession>(
    string Flow, JsonRead<TSession>? ReadWhole, JsonWrite<TSession>? WriteWhole, JournalJson<TSession>? WithoutSecrets)
    where TSession : class
{
    /// <summary>Whether the file goes in parts. What these need beside the session's harmless members, the API gives again.</summary>
    public bool IsInParts { get; init; }

    /// <summary>How the answer that opened the upload divides the file; <see langword="null"/> where it doesn't.</summary>
    public Func<TSession, UploadContent, PartPlan?>? Division { get; init; }

    /// <summary>Whether the file is sent on from where an earlier run has ended.</summary>
    public bool Continues { get; init; }

    /// <summary>Whether nothing confirms the upload, so that its last bytes complete it.</summary>
    public bool EndsWithFile { get; init; }

    public bool CanBeKept => ReadWhole is not null && WriteWhole is not null;

    /// <param name="session">What opening the upload gave.</param>
    /// <param name="withSecrets">Whether secrets may be written down.</param>
    /// <param name="secrets">What is known as one.</param>
    /// <param name="isEnough">Whether another run can go on sending with what is written. To confirm takes less.</param>
    /// <returns>The JSON; empty where nothing can be written down.</returns>
    public ReadOnlyMemory<byte> Write(TSession session, bool withSecrets, KnownSecrets secrets, out bool isEnough)
    {
        if (withSecrets)
        {
            isEnough = true;
            return JsonBody.Write(session, WriteWhole!);
        }

        var harmless = WithoutSecrets?.Write(session, secrets) ?? default;
        isEnough = !harmless.IsEmpty
            && (IsInParts || (WriteWhole is not null && JsonBody.Write(session, WriteWhole).Span.SequenceEqual(harmless.Span)));
        return harmless;
    }

    /// <returns>What opening the upload gave; <see langword="null"/> where it can't be read.</returns>
    public TSession? TryRead(ReadOnlyMemory<byte> json, StateKeeper keeper)
    {
        try
        {
            return Read(json, keeper);
        }
        catch (Exception cause) when (cause is InvalidDataException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <exception cref="Exception">It can't be read: what the keeper says of that.</exception>
    public TSession Read(ReadOnlyMemory<byte> json, StateKeeper keeper)
    {
        try
        {
            return keeper.KeepsSecrets ? JsonBody.Read(json, ReadWhole!) : WithoutSecrets is null ? throw keeper.Unreadable(null) : WithoutSecrets.Read(json);
        }
        catch (JsonBodyException cause)
        {
            throw keeper.Unreadable(cause);
        }
    }
}
