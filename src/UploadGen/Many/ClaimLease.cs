namespace UploadGen.Core;

/// <summary>Keeps a claim for as long as its file is uploaded, and ends the upload when it is lost.</summary>
internal static class ClaimLease
{
    /// <summary>How often a lease is renewed before it would end.</summary>
    private const int Renewals = 3;

    /// <exception cref="InvalidOperationException">The claim was lost; the upload has ended.</exception>
    public static async Task<T> KeepAsync<T>(JournalClaim? claim, Func<CancellationToken, Task<T>> upload, Action lost, CancellationToken cancellationToken)
    {
        if (claim is null || claim.Lease == Timeout.InfiniteTimeSpan)
        {
            return await upload(cancellationToken).ConfigureAwait(false);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var uploading = upload(ending.Token);
        var isLost = await RenewAsync(claim, uploading, ending.Token).ConfigureAwait(false);
        if (isLost)
        {
            lost();
            await ending.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            return await uploading.ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (isLost && !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"The journal has given {claim.Key.File} to another upload, or its lease of {claim.Lease} couldn't be renewed in time, so this upload was ended. "
                + "The next run finds out what became of it.",
                canceled);
        }
    }

    /// <returns>Whether the claim was lost while the upload ran.</returns>
    private static async Task<bool> RenewAsync(JournalClaim claim, Task uploading, CancellationToken cancellationToken)
    {
        var end = Environment.TickCount64 + (long)claim.Lease.TotalMilliseconds;
        while (true)
        {
            await Task.WhenAny(uploading, Task.Delay(claim.Lease / Renewals, cancellationToken)).ConfigureAwait(false);
            if (uploading.IsCompleted || cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            try
            {
                var begun = Environment.TickCount64;
                var left = TimeSpan.FromMilliseconds(Math.Max(0, end - begun));
                if (!await claim.RenewAsync(cancellationToken).AsTask().WaitAsync(left, cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }

                end = begun + (long)claim.Lease.TotalMilliseconds;
            }
            catch (Exception) when (Environment.TickCount64 < end)
            {
                // A journal that can't be reached for a moment may be the next time.
            }
            catch (Exception)
            {
                return true;
            }
        }
    }
}
