using System.Text;
using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>An upload in three steps, against a server that answers what the test says. Some of what it sends is secret.</summary>
internal sealed class Scene
{
    private static readonly SecurityScheme Bearer = SecurityScheme.Bearer("bearer");

    /// <summary>The answers of the three steps, as they go over the wire. Where nothing is said, all goes well.</summary>
    public string? Create { get; init; }

    public string? Put { get; init; }

    public string? Confirm { get; init; }

    public string Token { get; set; } = Canary.Token.Secret;

    public string Id { get; init; } = "7";

    /// <summary>The URL to send to; the server's address stands before it, unless it has one of its own.</summary>
    public string Url { get; init; } = $"/k?X-Amz-SignedHeaders=host&X-Amz-Signature={Canary.Signature.Secret}";

    public Dictionary<string, string> Headers { get; init; } = new() { ["x-amz-security-token"] = Canary.Header.Secret };

    /// <summary>The fields of a form, if the file goes in one.</summary>
    public Dictionary<string, string>? Fields { get; init; }

    public string Method { get; init; } = "PUT";

    public string BasePath { get; init; } = "/v1";

    public Action<ApiRequest>? Request { get; init; }

    public Action<UploadClientOptions>? Configure { get; init; }

    public HttpMessageHandler? Handler { get; init; }

    /// <summary>An answer with a body.</summary>
    public static string Answer(string status, string body, string headers = "Content-Type: application/json\r\n")
        => $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>Runs the upload, alone and as one of many, and each call by itself.</summary>
    public async Task RunAsync(Listener listener, CancellationToken cancellationToken)
    {
        await using var server = Start();
        var options = new UploadClientOptions
        {
            BaseAddress = new Uri(server.Address + BasePath),
            Credential = ApiCredential.FromToken(Token),
            LoggerFactory = listener,
            ResponseTimeout = TimeSpan.FromSeconds(5),
        };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxAttempts = 2;
        Configure?.Invoke(options);
        listener.Hear(options.ToString());
        using var client = Handler is null ? null : new HttpClient(Handler, disposeHandler: false);
        var api = new ApiConnection(client, options, "");
        var flow = Flow(api, server.Address);

        await TryAsync(() => api.Uploads.RunAsync(flow, Content(), null, listener, cancellationToken));
        await TryAsync(() => ReadStreamAsync(api, cancellationToken));
        var path = System.IO.Path.GetTempFileName();
        try
        {
            using (var journal = UploadJournal.Open(path, content => content.FileName))
            {
                var many = new UploadManyOptions { Journal = journal };
                await foreach (var outcome in api.Uploads.RunManyAsync(flow, new[] { Content() }, many, listener, cancellationToken))
                {
                    listener.Hear(outcome.ToString());
                    if (outcome.Exception is UploadGenException failure)
                    {
                        listener.Hear(failure);
                    }
                }
            }

            listener.Hear(await File.ReadAllTextAsync(path, cancellationToken));
        }
        finally
        {
            File.Delete(path);
        }

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (OwnException)
            {
                // What the caller's own code throws comes back as it is.
            }
            catch (Exception failure)
            {
                listener.Hear(failure);
            }
        }
    }

    private static UploadContent Content() => UploadContent.FromBytes(Bytes.Of(10), "a.png");

    private WireServer Start()
    {
        var created = "";
        var server = WireServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                var answer = request.Method == "PUT" || request.Path == "/form" ? Put ?? WireServer.Ok
                    : request.Path.EndsWith("/done", StringComparison.Ordinal) ? Confirm ?? Answer("200 OK", """{"size":10,"note":"fine"}""")
                    : request.Path.EndsWith("/page", StringComparison.Ordinal) ? Create ?? WireServer.Ok
                    : Create ?? created;
                await connection.WriteAsync(answer);
                // A test may end an answer early: the connection is closed then.
                if (answer.Contains("Connection: close", StringComparison.Ordinal))
                {
                    return;
                }
            }
        });
        var session = new { id = Id, upload_url = Absolute(server.Address), headers = Headers };
        created = Answer("201 Created", JsonSerializer.Serialize(session));
        return server;
    }

    private string Absolute(string address) => Url.StartsWith('/') ? address + Url : Url;

    private async Task ReadStreamAsync(ApiConnection api, CancellationToken cancellationToken)
    {
        var request = api.Request("readPage", HttpMethod.Get, "/page").Authorize(Bearer);
        await using var page = await api.SendAsync(request, new ApiResponses<Stream>().Stream("2XX"), cancellationToken);
        await page.CopyToAsync(Stream.Null, cancellationToken);
    }

    private UploadFlow<Session, Confirmation> Flow(ApiConnection api, string address) => new("Thing", "openThing")
    {
        Create = (_, token) =>
        {
            var request = api.Request("openThing", HttpMethod.Post, "/things").Authorize(Bearer);
            Request?.Invoke(request);
            return api.SendAsync(request, new ApiResponses<Session>().Json("2XX", Session.Read).Error("4XX", JsonCodec.ReadModel<Problem>).Error("5XX"), token);
        },
        Url = session => session.Url,
        Id = session => session.Id,
        Put = (session, content, progress, token) => api.Storage.SendAsync(
            "openThing", session.Url, content, new AnsweredRequest(Method) { Headers = session.Headers, Fields = Fields }, progress, token),
        Confirm = (session, _, token) => api.SendAsync(
            api.Request("closeThing", HttpMethod.Post, "/things/{id}/done").Path("id", session.Id).Authorize(Bearer),
            new ApiResponses<Confirmation>().Json("2XX", Confirmation.Read),
            token),
        SessionJson = new JournalJson<Session>(Session.Read, Session.Write, "headers"),
        ResultJson = new JournalJson<Confirmation>(Confirmation.Read, Confirmation.Write),
    };

    private sealed record Session(string Id, string Url, IReadOnlyDictionary<string, string> Headers)
    {
        public static Session Read(ref Utf8JsonReader reader)
        {
            string? id = null, url = null;
            IReadOnlyDictionary<string, string>? headers = null;
            JsonCodec.StartObject(ref reader);
            while (JsonCodec.NextMember(ref reader))
            {
                switch (reader.GetString())
                {
                    case "id":
                        reader.Read();
                        id = JsonCodec.ReadString(ref reader);
                        break;
                    case "upload_url":
                        reader.Read();
                        url = JsonCodec.ReadString(ref reader);
                        break;
                    case "headers":
                        reader.Read();
                        headers = JsonCodec.ReadMap(ref reader, JsonCodec.ReadString);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            return new Session(
                id ?? throw JsonCodec.Missing("id"), url ?? throw JsonCodec.Missing("upload_url"), headers ?? throw JsonCodec.Missing("headers"));
        }

        public static void Write(Utf8JsonWriter writer, Session value) => JsonSerializer.Serialize(
            writer, new { id = value.Id, upload_url = value.Url, headers = value.Headers });
    }

    private sealed record Confirmation(string Note)
    {
        public static Confirmation Read(ref Utf8JsonReader reader)
        {
            string? note = null;
            JsonCodec.StartObject(ref reader);
            while (JsonCodec.NextMember(ref reader))
            {
                var isNote = reader.ValueTextEquals("note");
                reader.Read();
                if (isNote)
                {
                    note = JsonCodec.ReadString(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            return new Confirmation(note ?? throw JsonCodec.Missing("note"));
        }

        public static void Write(Utf8JsonWriter writer, Confirmation value) => JsonSerializer.Serialize(writer, new { note = value.Note });
    }
}
