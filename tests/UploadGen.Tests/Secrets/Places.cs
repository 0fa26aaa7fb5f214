using System.Net;
using Polly;

namespace UploadGen.Tests;

/// <summary>Where a server or a caller can put a secret.</summary>
internal static class Places
{
    private const string Close = "Connection: close\r\n";

    /// <summary>Where the API can.</summary>
    public static Dictionary<string, Func<string, Scene>> Api { get; } = new(StringComparer.Ordinal)
    {
        ["message of an error"] = text => Refused($$"""{"detail":"the token {{text}} isn't good"}"""),
        ["message beside others"] = text => Refused($$$"""{"code":"BAD","message":"{{{text}}}","errors":{"size":["is {{{text}}} not enough"]}}"""),
        ["member of an error"] = text => Refused(
            $$"""{"detail":"no","input":"{{text}}","headers":{"authorization":"Bearer {{text}}"},"pin":["a b {{text}}"]}"""),
        ["name of a member"] = text => Refused($$$"""{"{{{text}}}":"no","a":{"{{{text}}}":[1]}}"""),
        ["URL in a message"] = text => Refused($$"""{"detail":"see https://api.example/{{text}}/x?y={{text}} and /k?t={{text}}"}"""),
        ["half a message"] = text => Refused($$"""{"detail":"the token {{text}}"""),
        ["message cut on the way"] = text => new()
        {
            Create = $"HTTP/1.1 400 Bad Request\r\n{Close}Content-Length: 5000\r\n\r\n{{\"detail\":\"the token {text[..(text.Length * 2 / 3)]}",
        },
        ["long message"] = text => Refused($"{new string(' ', 4080)}the token {text}", "Content-Type: text/plain\r\n"),
        ["text"] = text => Refused($"the token {text} isn't good", "Content-Type: text/plain\r\n"),
        ["text of another charset"] = text => Refused($"the token {text} isn't good", "Content-Type: text/plain; charset=utf-7\r\n"),
        ["page"] = text => Refused($"<html><a href='/x?t={text}'>{text}</a><p class=\"{text}\">Not good</p></html>", "Content-Type: text/html\r\n"),
        ["XML"] = text => Refused($"<Error><Message>{text}</Message><Token>{text}</Token></Error>", "Content-Type: application/xml\r\n"),
        ["form"] = text => Refused($"error=invalid_token&token={text}", "Content-Type: application/x-www-form-urlencoded\r\n"),
        ["request id"] = text => Refused("""{"detail":"no"}""", $"x-request-id: {text}\r\n"),
        ["request id in the body"] = text => Refused($$"""{"request_id":"{{text}}"}"""),
        ["content type"] = text => new() { Create = Scene.Answer("200 OK", "no", $"Content-Type: {text}/x; charset={text}\r\n") },
        ["reason phrase"] = text => new() { Create = Scene.Answer($"400 Bad {text}", "") },
        ["redirect's path"] = text => new() { Create = Scene.Answer("302 Found", "", $"Location: https://api.example/a/{text}/b\r\n") },
        ["redirect's query"] = text => new() { Create = Scene.Answer("302 Found", "", $"Location: /a?t={text}\r\n") },
        ["redirect's scheme"] = text => new() { Create = Scene.Answer("302 Found", "", $"Location: mailto:{text}\r\n") },
        ["status line"] = text => new() { Create = $"HTTP/1.1 2{text}\r\n\r\n" },
        ["header line"] = text => new() { Create = $"HTTP/1.1 200 OK\r\n{text}\r\n\r\n" },
        ["chunk"] = text => new() { Create = $"HTTP/1.1 200 OK\r\n{Close}Transfer-Encoding: chunked\r\n\r\n{text}\r\n\r\n" },
        ["chunk of an error"] = text => new() { Create = $"HTTP/1.1 400 Bad\r\n{Close}Transfer-Encoding: chunked\r\n\r\n{text}\r\n\r\n" },
        ["encoded body"] = text => new() { Create = Scene.Answer("200 OK", text, "Content-Encoding: gzip\r\n") },
        ["answer without its id"] = text => Opened(
            $$$"""{"upload_url":"https://s.example/{{{text}}}?t={{{text}}}","headers":{"x-amz-security-token":"{{{text}}}"}}"""),
        ["header that is no text"] = text => Opened(
            $$$"""{"id":"7","upload_url":"https://s.example/k","headers":{"a":"{{{text}}}","{{{text}}}":["{{{text}}}"]}}"""),
        ["half an answer"] = text => Opened($$"""{"upload_url":"https://s.example/k","headers":{"x-amz-security-token":"{{text}}"""),
        ["answer that is no JSON"] = text => Opened($"{{\"id\":{text}}}"),
        ["literal that is none"] = text => Opened($"{{\"id\":t{text},\"headers\":{{\"a\":\"{text}\"}}}}"),
        ["fields as text"] = text => Opened($"policy={text}&key=a"),
        ["fields as XML"] = text => Opened($"<a><Policy>{text}</Policy><b c='{text}'/></a>"),
        ["error that isn't as documented"] = text => Refused($$$"""{"title":{"{{{text}}}":"{{{text}}}"}}"""),
        ["error of the confirmation"] = text => new() { Confirm = Scene.Answer("422 No", $$"""{"message":"{{text}} was sent","trace_id":"{{text}}"}""") },
        ["failing confirmation"] = text => new() { Confirm = Scene.Answer("503 No", $"{text}", $"x-request-id: {text}\r\n") },
        ["confirmation that can't be read"] = text => new() { Confirm = Scene.Answer("200 OK", $$"""{"{{text}}":"{{text}}"}""") },
        ["confirmation"] = text => new() { Confirm = Scene.Answer("200 OK", $$"""{"note":"with {{text}} and https://s.example/k?t={{text}}"}""") },
    };

    /// <summary>A credential that is there when the upload is opened, and not when it is confirmed.</summary>
    private static ApiCredential FailingAtConfirmation(Func<Exception> failure)
    {
        var asked = 0;
        return ApiCredential.FromProvider(_ => asked++ % 2 == 0 ? ValueTask.FromResult(Canary.Token.Secret) : throw failure());
    }

    /// <summary>Where storage can, or the API in what it says of storage.</summary>
    public static Dictionary<string, Func<string, Scene>> Storage { get; } = new(StringComparer.Ordinal)
    {
        ["code"] = text => Unsent($"<Error><Code>{Xml(text)}</Code></Error>"),
        ["message"] = text => Unsent($"<Error><Code>AccessDenied</Code><Message>{Xml(text)} is wrong</Message><Details>{Xml(text)}</Details></Error>"),
        ["request id in XML"] = text => Unsent($"<Error><RequestId>{Xml(text)}</RequestId><HostId>{Xml(text)}</HostId></Error>"),
        ["what was signed"] = text => Unsent(
            $"<Error><Code>SignatureDoesNotMatch</Code><StringToSign>{Xml(text)}</StringToSign><AWSAccessKeyId>{Xml(text)}</AWSAccessKeyId></Error>"),
        ["headers that weren't signed"] = text => Unsent($"<Error><HeadersNotSigned>host, {Xml(text)}</HeadersNotSigned></Error>"),
        ["sizes"] = text => Unsent($"<Error><Code>EntityTooLarge</Code><MaxSizeAllowed>{Xml(text)}</MaxSizeAllowed></Error>"),
        ["page"] = text => Unsent($"<html>{text}</html>"),
        ["request id"] = text => Unsent("", $"x-amz-request-id: {text}\r\n"),
        ["error code in a header"] = text => Unsent("", $"x-ms-error-code: {text}\r\n"),
        ["reason phrase"] = text => new() { Put = Scene.Answer($"403 {text}", "") },
        ["redirect's path"] = text => new() { Put = Scene.Answer("302 Found", "", $"Location: https://s.example/a/{text}/b?{text}\r\n") },
        ["redirect to http"] = text => new() { Put = Scene.Answer("307 Go", "", $"Location: http://s.example/a/{text}\r\n") },
        ["redirect's query that comes back"] = text => new()
        {
            Headers = new() { ["x-a"] = "b" },
            Put = Scene.Answer("307 Go", $"<Error><Code>{Xml(text)}</Code></Error>", $"Location: /k?sig={Uri.EscapeDataString(text)}\r\n"),
        },
        ["cookie and other headers"] = text => new()
        {
            Put = Scene.Answer("403 No", "", $"Set-Cookie: a={text}\r\nDate: {text}\r\nServer: {text}\r\nRetry-After: {text}\r\nWWW-Authenticate: {text}\r\n"),
        },
        ["trailers"] = text => new()
        {
            Put = $"HTTP/1.1 403 No\r\n{Close}Transfer-Encoding: chunked\r\nTrailer: x-amz-request-id\r\n\r\n0\r\nx-amz-request-id: {text}\r\n\r\n",
        },
        ["redirect's user"] = text => new() { Put = Scene.Answer("307 Go", "", $"Location: https://{text}:{text}@s.example/a\r\n") },
        ["status line"] = text => new() { Put = $"HTTP/1.1 2{text}\r\n\r\n" },
        ["header line"] = text => new() { Put = $"HTTP/1.1 403 OK\r\n{text}\r\n\r\n" },
        ["chunk"] = text => new() { Put = $"HTTP/1.1 403 No\r\n{Close}Transfer-Encoding: chunked\r\n\r\n{text}\r\n\r\n" },
        ["answer that doubts"] = text => new() { Put = Scene.Answer("206 Partial", text, $"x-amz-request-id: {text}\r\nETag: {text}\r\n") },
        ["error in a success"] = text => new()
        {
            Put = Scene.Answer(
                "200 OK", $"<Error><Code>{Xml(text)}</Code><RequestId>{Xml(text)}</RequestId></Error>", "Content-Type: application/xml\r\n"),
        },
        ["another object"] = text => new()
        {
            Headers = new() { ["If-None-Match"] = "*", ["x-amz-security-token"] = text },
            Put = Scene.Answer("412 No", $"<Error><Code>{Xml(text)}</Code></Error>", $"x-amz-request-id: {text}\r\n"),
        },
        ["busy"] = text => new() { Put = Scene.Answer("503 Busy", text, $"x-amz-request-id: {text}\r\n") },
        ["upload URL's path"] = text => new() { Url = $"/{text}/k?a=b", Put = Scene.Answer("403 No", "") },
        ["upload URL's query"] = text => new() { Url = $"/k?a=b&X-Amz-Signature={text}", Put = Scene.Answer("403 No", "") },
        ["upload URL's signed headers"] = text => new()
        {
            Url = $"/k?X-Amz-SignedHeaders={text}",
            Put = Scene.Answer("403 No", "<Error><Code>SignatureDoesNotMatch</Code></Error>"),
        },
        ["upload URL's user"] = text => new() { Url = $"https://{text}:{text}@s.example/k" },
        ["upload URL's scheme"] = text => new() { Url = $"{text}:k" },
        ["upload URL that is none"] = text => new() { Url = $"nothing {text}" },
        ["upload URL over http"] = text => new() { Url = $"http://s.example/{text}" },
        ["header's name"] = text => new() { Headers = new() { [text] = "a", ["authorization"] = text }, Put = Scene.Answer("403 No", "") },
        ["header that can't be sent"] = text => new() { Headers = new() { ["x-a"] = $"{text}\n" } },
        ["other length"] = text => new() { Headers = new() { ["Content-Length"] = text } },
        ["other host"] = text => new() { Headers = new() { ["Host"] = text } },
        ["header that comes back"] = text => new()
        {
            Headers = new() { ["x-amz-security-token"] = text },
            Put = Scene.Answer("403 No", $"<Error><Code>{Xml(text)}</Code></Error>", $"x-amz-request-id: {text}\r\n"),
        },
        ["field that comes back"] = text => new()
        {
            Url = "/form",
            Method = "POST",
            Fields = new() { ["policy"] = text, ["key"] = "a" },
            Put = Scene.Answer("403 No", $"<Error><Code>{Xml(text)}</Code></Error>", $"x-amz-request-id: {text}\r\n"),
        },
        ["field's name"] = text => new() { Url = "/form", Method = "POST", Fields = new() { [$"{text}\n"] = "a" } },
        ["method"] = text => new() { Method = text },
        ["upload's id"] = text => new() { Id = text, Confirm = Scene.Answer("503 No", "") },
    };

    /// <summary>Where a caller can.</summary>
    public static Dictionary<string, Func<string, Scene>> Caller { get; } = new(StringComparer.Ordinal)
    {
        ["base address"] = text => new() { BasePath = $"/v1/{Uri.EscapeDataString(text)}", Create = Scene.Answer("400 No", "") },
        ["parameter"] = text => new()
        {
            Request = request => request.Query("key", text).Header("X-Key", text.Replace("\\", "", StringComparison.Ordinal)).Cookie("c", text),
            Create = Scene.Answer("400 No", $$"""{"detail":"{{text}} is no key"}"""),
        },
        ["body"] = text => new()
        {
            Request = request => request.Json($"{text}\"", (writer, value) =>
            {
                writer.WriteStartObject();
                writer.WriteString("upload_token", value);
                writer.WriteEndObject();
            }),
            Create = Scene.Answer("400 No", $$"""{"detail":"{{text}} is no token"}"""),
        },
        ["handler's own exception"] = text => new()
        {
            Handler = new FailingHandler(
                () => new OddException($"GET https://a.example/{text}?t={text}", new InvalidOperationException(text)) { Data = { ["t"] = text } }),
        },
        ["storage handler's own exception"] = text => new()
        {
            Configure = options => options.StorageHttpClient = new HttpClient(
                new FailingHandler(() => new OddException($"PUT with {text}", new IOException(text)) { Data = { ["t"] = text } })),
        },
        ["pipeline's exception"] = text => new()
        {
            Configure = options => options.RetryPipeline = new ResiliencePipelineBuilder()
                .AddStrategy(_ => new FailingStrategy(() => new OddException($"with {text}", new IOException(text))), new FailingOptions()).Build(),
        },
        ["handler's exception"] = text => new()
        {
            Handler = new FailingHandler(() => new HttpRequestException($"GET https://a.example/{text}?t={text} ({text})")),
        },
        ["handler's inner exception"] = text => new()
        {
            Handler = new FailingHandler(() => new HttpRequestException("It failed.", new InvalidOperationException($"with {text}", new IOException(text)))),
        },
        ["data of a handler's exception"] = text => new()
        {
            Handler = new FailingHandler(() =>
            {
                var failure = new HttpRequestException(HttpRequestError.ConnectionError, "It failed.");
                failure.Data["authorization"] = text;
                return failure;
            }),
        },
        ["storage handler's exception"] = text => new()
        {
            Configure = options => options.StorageHttpClient = new HttpClient(
                new FailingHandler(() => new HttpRequestException($"PUT with {text}", new IOException(text)))),
        },
        ["token provider's exception"] = text => new()
        {
            Configure = options => options.Credential = ApiCredential.FromProvider(
                _ => throw new OwnException($"client_secret={text}", new IOException(text))),
        },
        ["token provider's exception at the confirmation"] = text => new()
        {
            Configure = options => options.Credential = FailingAtConfirmation(() => new InvalidOperationException($"secret={text}", new IOException(text))),
        },
        ["token provider's cancellation at the confirmation"] = text => new()
        {
            Configure = options => options.Credential = FailingAtConfirmation(() => new TaskCanceledException($"secret={text}", new IOException(text))),
        },
        ["token that can't be sent"] = text => new()
        {
            Configure = options => options.Credential = ApiCredential.FromProvider(_ => ValueTask.FromResult($"{text}\n")),
        },
        ["timeout of a handler"] = text => new() { Handler = new FailingHandler(() => new TaskCanceledException($"with {text}", new TimeoutException(text))) },
    };

    private static Scene Refused(string body, string headers = "Content-Type: application/json\r\n")
        => new() { Create = Scene.Answer("400 Bad Request", body, headers) };

    private static Scene Opened(string body) => new() { Create = Scene.Answer("201 Created", body) };

    private static Scene Unsent(string body, string headers = "Content-Type: application/xml\r\n")
        => new() { Put = Scene.Answer("403 Forbidden", body, headers) };

    private static string Xml(string text) => WebUtility.HtmlEncode(text);

    private sealed class OddException(string message, Exception cause) : Exception(message, cause)
    {
        public override string ToString() => $"{Message} {Data["t"]}";
    }

    private sealed class FailingOptions : ResilienceStrategyOptions;

    private sealed class FailingStrategy(Func<Exception> failure) : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
            => throw failure();
    }

    private sealed class FailingHandler(Func<Exception> failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromException<HttpResponseMessage>(failure());
    }
}
