using UploadGen.Comparison.Faults;

namespace UploadGen.Comparison.Clients;

/// <summary>A client as it is used: its own retries, and timeouts that can be waited for.</summary>
internal abstract class Contestant
{
    /// <summary>In place of minutes, or of none.</summary>
    protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public abstract string Name { get; }

    /// <summary>What it speaks with storage.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Uploads a file, in a call.</summary>
    public abstract Task UploadAsync(FaultyStore store, string file, CancellationToken cancellationToken);

    /// <summary>What an exception says, in a few words.</summary>
    public abstract string Describe(Exception failure);

    /// <summary>Whether an exception leaves open that the file is stored.</summary>
    public virtual bool SaysItMayBeStored(Exception failure) => false;

    protected static string Words(Exception failure, int? status, string? code)
        => string.Join(' ', new[] { failure.GetType().Name, status > 0 ? $"{status}" : null, code }.Where(word => !string.IsNullOrEmpty(word)));
}
