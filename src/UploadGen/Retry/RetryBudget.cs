namespace UploadGen.Core;

/// <summary>
/// How many retries may still be made that lead to nothing: a bucket of tokens. A retry takes one. A request that gets through gives back those it took, and
/// where it took none, a fifth of one. So requests that fail now and then are always retried, and in an outage each is soon sent only once. Thread-safe.
/// </summary>
internal sealed class RetryBudget(int capacity)
{
    private const int Fifths = 5;

    private readonly object _gate = new();
    private int _left = capacity * Fifths;

    /// <summary>Takes a token, if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            if (_left < Fifths)
            {
                return false;
            }

            _left -= Fifths;
            return true;
        }
    }

    /// <summary>To be called when a request got through.</summary>
    /// <param name="retries">How many retries it took.</param>
    public void Succeeded(int retries)
    {
        lock (_gate)
        {
            _left = Math.Min(capacity * Fifths, _left + (retries == 0 ? 1 : retries * Fifths));
        }
    }
}
