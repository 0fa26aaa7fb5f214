using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace UploadGen.Core;

/// <summary>
/// Makes attempts until one succeeds or the pipeline gives up. After an attempt that isn't safe to repeat none follows, whatever the pipeline handles.
/// </summary>
internal sealed class Retrying
{
    private static readonly ResiliencePropertyKey<RetriedCall> Call = new("UploadGen.Call");

    private const string AttemptsKey = "UploadGen.Attempts";

    private readonly ResiliencePipeline _pipeline;

    /// <summary>Whether the pipeline is the caller's, who may do more in it than repeat.</summary>
    private readonly bool _isCallers;
    private readonly RetryBudget _clientBudget;
    private readonly int _uploadBudget;
    private readonly KnownSecrets _secrets;

    /// <param name="options">How often and when attempts are repeated.</param>
    /// <param name="pipeline">A pipeline of the caller's to be used instead.</param>
    /// <param name="logger">Told of each repetition.</param>
    /// <param name="secrets">What it must not be told.</param>
    public Retrying(UploadRetryOptions options, ResiliencePipeline? pipeline, ILogger logger, KnownSecrets secrets)
    {
        _clientBudget = new RetryBudget(options.ClientBudget);
        _uploadBudget = options.UploadBudget;
        _secrets = secrets;
        _pipeline = pipeline ?? Pipeline(options, logger, secrets);
        _isCallers = pipeline is not null;
    }

    /// <summary>
    /// Runs attempts, numbered from 1. The first, which is most often the only one, is made without the pipeline; where it fails, the pipeline begins with
    /// that failure.
    /// </summary>
    /// <param name="operationId">Id of the operation.</param>
    /// <param name="mayRepeat">Whether the request may be sent again after this failure.</param>
    /// <param name="attempt">One attempt.</param>
    /// <param name="cancellationToken">Ends the attempt that runs, or the wait for the next.</param>
    /// <exception cref="HttpRequestException">A pipeline of the caller's has ended the call in its own way.</exception>
    /// <exception cref="TimeoutException">It has ended the call as one that takes too long.</exception>
    public async Task<T> RunAsync<T>(
        string operationId, Func<Exception, bool> mayRepeat, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var call = new RetriedCall(operationId, mayRepeat);
        try
        {
            T result;
            try
            {
                var first = _isCallers ? RunInCallersAsync(call, attempt, cancellationToken) : attempt(call.Begin(), cancellationToken);
                result = await first.ConfigureAwait(false);
            }
            catch (Exception failure) when (!_isCallers)
            {
                if (!call.IsToBeRepeated(failure))
                {
                    throw;
                }

                result = await RunInPipelineAsync(call, attempt, cancellationToken).ConfigureAwait(false);
            }

            _clientBudget.Succeeded(call.Attempts - 1);
            OfUpload?.Succeeded(call.Attempts - 1);
            return result;
        }
        catch (UploadGenException failure)
        {
            failure.Attempts = Math.Max(1, call.Attempts);
            throw;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            failure.Data[AttemptsKey] = call.Attempts;
            throw;
        }
    }

    /// <summary>A strategy of the caller's may heed no token, and fails as it likes: as a circuit that is open, or a time limit of its own.</summary>
    private async Task<T> RunInCallersAsync<T>(RetriedCall call, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            // The attempt in it is given time to end, too.
            return await CallerCode.RunAsync(
                () => RunInPipelineAsync(call, attempt, cancellationToken), cancellationToken, patience: 3 * CallerCode.Patience).ConfigureAwait(false);
        }
        catch (Exception failure) when (!call.IsLast(failure) && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw OfPipeline(call, failure);
        }
    }

    private Exception OfPipeline(RetriedCall call, Exception failure)
    {
        var message = $"{call.OperationId}: UploadClientOptions.RetryPipeline has ended the call: {SafeCause.Message(failure, _secrets)}";
        var cause = SafeCause.Of(failure, _secrets);
        return SafeCause.Told<Exception>(failure is TimeoutRejectedException or TimeoutException
            ? new TimeoutException(message, cause)
            : RequestSafety.Marked(new HttpRequestException(message, cause), RequestSafety.IsTransient(failure)));
    }

    private async Task<T> RunInPipelineAsync<T>(RetriedCall call, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, state)
                    => await state.call.RunAsync(state.attempt, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext),
                context,
                (call, attempt)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>How often the request was sent that failed with an exception of .NET's, which has no property for it.</summary>
    public static int AttemptsOf(Exception failure) => failure.Data[AttemptsKey] is int attempts ? attempts : 1;

    private RetryBudget? OfUpload => RetryScope.Current?.Budget(_uploadBudget);

    private ResiliencePipeline Pipeline(UploadRetryOptions options, ILogger logger, KnownSecrets secrets)
    {
        if (options.MaxAttempts == 1)
        {
            return ResiliencePipeline.Empty;
        }

        var maxAttempts = options.MaxAttempts;
        var timeLimit = options.TimeLimit;
        var maxRetryAfter = options.MaxRetryAfter;
        return new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(
                args.Context.Properties.TryGetValue(Call, out var call)
                && args.Outcome.Exception is { } failure && call.IsRepeatable(failure)
                && call.Attempts < maxAttempts && call.Elapsed < timeLimit && !(RetryAfter(failure) > maxRetryAfter) && TakeFromBudgets(failure)),
            DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Exception)),
            MaxRetryAttempts = maxAttempts - 1,
            Delay = options.BaseDelay,
            MaxDelay = options.MaxDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = args =>
            {
                logger.Retrying(args.Outcome.Exception is { } failure ? SafeCause.Of(failure, secrets) : null, args.AttemptNumber + 1, args.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    private bool TakeFromBudgets(Exception failure)
    {
        if (!_clientBudget.TryTake())
        {
            (failure as UploadGenException)?.Add(NoBudget("client", nameof(UploadRetryOptions.ClientBudget)));
            return false;
        }

        if (OfUpload?.TryTake() == false)
        {
            _clientBudget.Succeeded(1);
            (failure as UploadGenException)?.Add(NoBudget("upload", nameof(UploadRetryOptions.UploadBudget)));
            return false;
        }

        return true;
    }

    private static string NoBudget(string whose, string option)
        => $"It wasn't tried again: too many retries of this {whose} have led to nothing (UploadRetryOptions.{option}).";

    private static TimeSpan? RetryAfter(Exception? failure) => (failure as UploadGenException)?.RetryAfter;

    /// <summary>The attempts of one request.</summary>
    private sealed class RetriedCall(string operationId, Func<Exception, bool> mayRepeat)
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private ExceptionDispatchInfo? _last;
        private bool _mayRepeat = true;
        private bool _failsAgain;

        public string OperationId => operationId;

        public int Attempts { get; private set; }

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

        /// <summary>Whether it is what the last attempt failed with.</summary>
        public bool IsLast(Exception failure) => ReferenceEquals(failure, _last?.SourceException);

        public bool IsRepeatable(Exception failure) => _mayRepeat && IsLast(failure);

        /// <summary>Counts an attempt that is about to be made.</summary>
        /// <returns>Its number.</returns>
        public int Begin() => ++Attempts;

        /// <summary>Takes the failure of an attempt that was made without the pipeline.</summary>
        /// <returns>Whether it may be repeated. The pipeline's first attempt isn't made then: it fails as this one did.</returns>
        public bool IsToBeRepeated(Exception failure)
        {
            Fail(failure);
            return _failsAgain = _mayRepeat;
        }

        public async Task<T> RunAsync<T>(Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
        {
            if (!_mayRepeat || _failsAgain)
            {
                _failsAgain = false;
                _last!.Throw();
            }

            try
            {
                return await attempt(Begin(), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Fail(failure);
                throw;
            }
        }

        private void Fail(Exception failure)
        {
            _last = ExceptionDispatchInfo.Capture(failure);
            _mayRepeat = failure is not OperationCanceledException && mayRepeat(failure);
        }
    }
}
