namespace UploadGen;

/// <summary>
/// How often a request is sent again, and how long is waited in between: exponentially longer each time, with jitter, and never shorter than the server
/// asks for (<c>Retry-After</c>). Only what is safe to repeat is repeated: a file that can be read again, to the URL of its upload; of API calls the
/// idempotent ones (RFC 9110, section 9.2.2), and any other only if it never got to the server, or the server asks for it (429 or 503 with
/// <c>Retry-After</c>).
/// </summary>
public sealed class UploadRetryOptions
{
    private int _maxAttempts = 6;
    private int _clientBudget = 100;
    private int _uploadBudget = 50;
    private TimeSpan _baseDelay = TimeSpan.FromMilliseconds(500);
    private TimeSpan _maxDelay = TimeSpan.FromSeconds(20);
    private TimeSpan _maxRetryAfter = TimeSpan.FromSeconds(60);
    private TimeSpan _timeLimit = TimeSpan.FromHours(1);

    /// <summary>How often a request is sent at most, the first time included; 1 to 100, by default 6: with the other defaults that is about a quarter of a minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 100.</exception>
    public int MaxAttempts
    {
        get => _maxAttempts;
        set => _maxAttempts = value is >= 1 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxAttempts), value, "It must be 1 (never repeat) to 100.");
    }

    /// <summary>The wait before the second attempt, which doubles from then on and is jittered; half a second, at least 1 millisecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below a millisecond or above a day.</exception>
    public TimeSpan BaseDelay
    {
        get => _baseDelay;
        set => _baseDelay = Checked(value, nameof(BaseDelay));
    }

    /// <summary>The longest wait that is chosen here; 20 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below a millisecond or above a day.</exception>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        set => _maxDelay = Checked(value, nameof(MaxDelay));
    }

    /// <summary>The longest wait that a server may ask for; a minute. Where it asks for more, the request fails, and the exception says how long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below a millisecond or above a day.</exception>
    public TimeSpan MaxRetryAfter
    {
        get => _maxRetryAfter;
        set => _maxRetryAfter = Checked(value, nameof(MaxRetryAfter));
    }

    /// <summary>How long after the first attempt began another may still begin; an hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below a millisecond or above a day.</exception>
    public TimeSpan TimeLimit
    {
        get => _timeLimit;
        set => _timeLimit = Checked(value, nameof(TimeLimit));
    }

    /// <summary>
    /// How many retries of the client may lead to nothing before its requests are sent only once, so that an outage isn't made worse; 0 to 1,000,000, by
    /// default 100. A request that gets through gives back those it took; five that get through at once give one more. The API and storage have a budget each:
    /// what the one answers says nothing of the other.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1,000,000.</exception>
    public int ClientBudget
    {
        get => _clientBudget;
        set => _clientBudget = Checked(value, nameof(ClientBudget));
    }

    /// <summary>The same for a single upload in steps or parts; by default 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1,000,000.</exception>
    public int UploadBudget
    {
        get => _uploadBudget;
        set => _uploadBudget = Checked(value, nameof(UploadBudget));
    }

    private static int Checked(int value, string name)
        => value is >= 0 and <= 1_000_000 ? value : throw new ArgumentOutOfRangeException(name, value, "It must be 0 (never repeat) to 1,000,000.");

    private static TimeSpan Checked(TimeSpan value, string name)
        => value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be a millisecond to a day.");
}
