using System.ComponentModel;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>Sets a client's options from a section of a program's configuration, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientConfiguration
{
    private const string ApiKey = "ApiKey";
    private const string RetryBudget = "a number from 0 (never repeat) to 1000000";
    private const string RetryTime = "a time from a millisecond to a day, such as 00:00:02";

    /// <summary>
    /// Sets <c>BaseAddress</c>, <c>Account</c>, <c>ApiKey</c> or <c>User</c> and <c>Password</c>, <c>StallTimeout</c>, <c>ResponseTimeout</c>,
    /// <c>ValidateRequests</c>, <c>SendUnjudged</c>, <c>CompareDigests</c>, <c>AllowPlainHttpStorage</c>, <c>AllowPrivateStorage</c>,
    /// and below <c>Retry</c> the members of <see cref="UploadRetryOptions"/>. What is missing or empty stays as it is.
    /// </summary>
    /// <param name="options">The options to set.</param>
    /// <param name="section">The section's path, for messages.</param>
    /// <param name="setting">Gives a setting of the section by its name. It is asked for the API key before each request, so that a key may change.</param>
    /// <exception cref="InvalidOperationException">A setting isn't valid.</exception>
    public static void Apply(UploadClientOptions options, string section, Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(setting);
        Set("BaseAddress", "an absolute URL such as https://api.example.com/v1", value => options.BaseAddress = new Uri(value, UriKind.Absolute));
        Set("Account", "a name", value => options.Account = value);
        Set("StallTimeout", "a time above zero such as 00:00:30", value => options.StallTimeout = Time(value));
        Set("ResponseTimeout", "a time above zero such as 00:01:40", value => options.ResponseTimeout = Time(value));
        Set("AllowPlainHttpStorage", "true or false", value => options.AllowPlainHttpStorage = bool.Parse(value));
        Set("AllowPrivateStorage", "true or false", value => options.AllowPrivateStorage = bool.Parse(value));
        Set("Retry:MaxAttempts", "a number from 1 (never repeat) to 100", value => options.Retry.MaxAttempts = int.Parse(value, CultureInfo.InvariantCulture));
        Set("Retry:ClientBudget", RetryBudget, value => options.Retry.ClientBudget = int.Parse(value, CultureInfo.InvariantCulture));
        Set("Retry:UploadBudget", RetryBudget, value => options.Retry.UploadBudget = int.Parse(value, CultureInfo.InvariantCulture));
        Set("Retry:BaseDelay", RetryTime, value => options.Retry.BaseDelay = Time(value));
        Set("Retry:MaxDelay", RetryTime, value => options.Retry.MaxDelay = Time(value));
        Set("Retry:MaxRetryAfter", RetryTime, value => options.Retry.MaxRetryAfter = Time(value));
        Set("Retry:TimeLimit", RetryTime, value => options.Retry.TimeLimit = Time(value));
        Set("ValidateRequests", "true or false", value => options.ValidateRequests = bool.Parse(value));
        Set("SendUnjudged", "true or false", value => options.SendUnjudged = bool.Parse(value));
        Set("CompareDigests", "true or false", value => options.CompareDigests = bool.Parse(value));
        Set("User", "a user name without a colon", value => options.Credential = ApiCredential.FromBasic(value, setting("Password") ?? ""));
        Set(ApiKey, "a key or token of visible ASCII characters", value => options.Credential = CurrentKey(value, setting));

        void Set(string name, string allowed, Action<string> assign)
        {
            if (setting(name) is not { Length: > 0 } value)
            {
                return;
            }

            try
            {
                assign(value);
            }
            catch (Exception cause) when (cause is FormatException or ArgumentException or OverflowException)
            {
                // The message shows neither the value nor the cause, which may quote it: the value may be a secret.
                throw new InvalidOperationException($"The setting {section}:{name} isn't {allowed}.");
            }
        }
    }

    private static TimeSpan Time(string value) => TimeSpan.Parse(value, CultureInfo.InvariantCulture);

    private static ApiCredential CurrentKey(string first, Func<string, string?> setting)
    {
        // A key that can't be sent is to fail now, not at the first request.
        _ = ApiCredential.FromToken(first);
        return ApiCredential.FromSetting(() => setting(ApiKey) ?? "");
    }
}
