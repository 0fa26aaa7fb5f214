namespace UploadGen.Comparison.Faults;

/// <summary>What goes wrong.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Deeds">What becomes of the first PUT, of the second …; those that follow are taken as they should be.</param>
internal sealed record Fault(string Name, params Deed[] Deeds)
{
    /// <summary>Whether the last deed is that of all PUTs that follow, too.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Whether a client that tries again gets the file in, so that a failure is one too many.</summary>
    public bool Passes { get; init; }

    /// <summary>Whether the PUT is under <c>If-None-Match: *</c>.</summary>
    public bool MustBeNew { get; init; }

    /// <summary>Whether other bytes lie under the key beforehand.</summary>
    public bool IsOccupied { get; init; }

    /// <summary>Whether the presigned URL may be asked what is stored (HEAD). S3 signs a URL for one method.</summary>
    public bool AllowsHead { get; init; }

    /// <summary>Whether nobody listens when the client connects first.</summary>
    public bool IsClosedAtFirst { get; init; }

    public Deed Of(int put) => put < Deeds.Length ? Deeds[put] : IsEndless ? Deeds[^1] : Deed.Store;

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("no fault") { Passes = true },
        new("503 three times", Deed.Unavailable, Deed.Unavailable, Deed.Unavailable) { Passes = true },
        new("503 SlowDown five times", Deed.Throttle, Deed.Throttle, Deed.Throttle, Deed.Throttle, Deed.Throttle) { Passes = true },
        new("500 forever", Deed.Fail) { IsEndless = true },
        new("connection refused at first") { Passes = true, IsClosedAtFirst = true },
        new("cut at half", Deed.CutAtHalf) { Passes = true },
        new("stored, the answer lost", Deed.LoseAnswer) { Passes = true },
        new("stored, the answer stalled", Deed.StallAnswer) { Passes = true },
        new("the body isn't read on", Deed.StallBody) { Passes = true },
        new("307 to another address", Deed.Redirect) { Passes = true },
        new("403 early, connection closed", Deed.RefuseEarly) { IsEndless = true },
        new("must be new, other bytes there: 503, then 412", Deed.Throttle) { MustBeNew = true, IsOccupied = true },
        new("must be new, other bytes there: cut at half, then 412", Deed.CutAtHalf) { MustBeNew = true, IsOccupied = true },
        new("must be new, other bytes there: the answer lost, then 412", Deed.LoseAnswer) { MustBeNew = true, IsOccupied = true },
        new("must be new: stored, the answer lost, then 412", Deed.LoseAnswer) { MustBeNew = true },
        new("must be new: the same, and the URL may be asked (HEAD)", Deed.LoseAnswer) { MustBeNew = true, AllowsHead = true },
        new("200 with an error in it", Deed.AnswerError) { IsEndless = true },
        new("202, nothing stored", Deed.Accept) { IsEndless = true },
        new("success with the digest of nothing", Deed.StoreNothing) { IsEndless = true },
        new("success, the last bytes dropped", Deed.DropEnd) { IsEndless = true },
        new("success, a bit flipped on the way", Deed.FlipByte) { IsEndless = true },
    ];
}
