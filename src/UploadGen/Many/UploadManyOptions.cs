namespace UploadGen;

/// <summary>How many files are uploaded at a time, and the journal that remembers them.</summary>
public sealed class UploadManyOptions
{
    private readonly int _maxConcurrency = 4;

    /// <summary>
    /// The most files that are under way at a time, 1 or more; 4 unless set. The source is asked for a file only when one of these places is free.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxConcurrency = value;
        }
    }

    /// <summary>
    /// Remembers what was uploaded, so that a run after a crash leaves out what the API has and finishes what it doesn't; <see langword="null"/> for none.
    /// <see cref="UploadJournal"/> is one that is a file. The caller disposes it after the run.
    /// </summary>
    public IUploadJournal? Journal { get; init; }
}
