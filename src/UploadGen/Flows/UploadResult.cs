namespace UploadGen;

/// <summary>
/// What an upload gave, and what opened it: where the API may answer that it has the file already, so that nothing is sent and nothing confirmed, and where the
/// last answer to the file is all that confirms it.
/// </summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
/// <typeparam name="TConfirmation">What confirming it gives, or the last answer to the file.</typeparam>
public sealed class UploadResult<TSession, TConfirmation>
    where TSession : class
{
    /// <summary>Nothing was sent; test doubles of a client need this, too.</summary>
    /// <param name="session">What opening the upload gave.</param>
    public UploadResult(TSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
    }

    /// <summary>The file was sent and confirmed.</summary>
    /// <param name="session">What opening the upload gave.</param>
    /// <param name="confirmation">What confirming it gave, or the last answer to the file.</param>
    public UploadResult(TSession session, TConfirmation confirmation)
        : this(session)
    {
        IsSent = true;
        Confirmation = confirmation;
    }

    /// <summary>Whether the file was sent; <see langword="false"/> where the API had it already.</summary>
    public bool IsSent { get; }

    /// <summary>What opening the upload gave. Where nothing was sent, it says what the API has.</summary>
    public TSession Session { get; }

    /// <summary>
    /// What confirming the upload gave, or the last answer to the file; <see langword="null"/> or the type's default where nothing was sent. As a
    /// <see cref="System.Text.Json.JsonElement"/>, it is <see langword="null"/>, too, where that answer has no JSON: it was empty, or got lost and isn't told
    /// again.
    /// </summary>
    public TConfirmation? Confirmation { get; }

    /// <summary>Whether the file was sent, and what came of it.</summary>
    public override string ToString() => IsSent ? $"Sent: {Confirmation}" : $"Not sent, since the API has it: {Session}";
}
