using System.Globalization;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>Sessions of the protocols that send a file to one URL in several requests, down to what uploads need. A request counts whole or not at all.</summary>
/// <param name="hold">Told of each file that is complete, by the key of its session.</param>
internal sealed class SessionBackend(Action<string, byte[]> hold)
{
    /// <summary>What the API calls uploads that go so, one for each protocol.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["films", "drives", "drafts", "streams", "blobs"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = [];

    /// <summary>Opens a session.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="key">The session's.</param>
    public void Open(string kind, string key)
    {
        lock (_gate)
        {
            _sessions.Add(key, new Session(kind));
        }
    }

    public Answer Handle(WireRequest request)
    {
        lock (_gate)
        {
            var key = request.Path.Split('/')[^1];
            var session = _sessions[key];
            var wasComplete = session.IsComplete;
            var answer = request.Method == "OPTIONS" ? new Answer(204, "", "Tus-Version: 1.0.0")
                : !session.IsOpen ? new Answer(session.Kind == "films" ? 410 : 404)
                : request.Method == "DELETE" ? session.Close()
                : session.Kind switch
                {
                    "films" => session.Range(request, key),
                    "drives" => session.Expected(request, key),
                    "drafts" => session.Resumable(request, key),
                    "streams" => session.Tus(request),
                    _ => session.Whole(request),
                };
            if (session.IsComplete && (!wasComplete || session.Kind == "blobs"))
            {
                hold(key, session.Bytes);
            }

            return answer;
        }
    }

    private sealed class Session(string kind)
    {
        public string Kind => kind;

        public byte[] Bytes { get; private set; } = [];

        public bool IsComplete { get; private set; }

        public bool IsOpen { get; private set; } = true;

        public Answer Close()
        {
            IsOpen = false;
            return new Answer(Kind == "films" ? 499 : 204);
        }

        public Answer Range(WireRequest request, string key)
        {
            var (first, total) = RangeOf(request);
            if (first is { } start && !IsComplete)
            {
                if (start != Bytes.Length)
                {
                    return new Answer(503);
                }

                Append(request, total);
            }

            return IsComplete ? Item(200, key)
                : Bytes.Length == 0 ? new Answer(308)
                : new Answer(308, "", $"Range: bytes=0-{Bytes.Length - 1}");
        }

        public Answer Expected(WireRequest request, string key)
        {
            if (IsComplete)
            {
                return new Answer(404);
            }

            if (request.Method == "PUT")
            {
                var (first, total) = RangeOf(request);
                if (first != Bytes.Length)
                {
                    return new Answer(416);
                }

                Append(request, total);
            }

            return IsComplete ? Item(201, key)
                : Answer.Json(request.Method == "PUT" ? 202 : 200, $$"""{"nextExpectedRanges":["{{Bytes.Length}}-"]}""");
        }

        public Answer Resumable(WireRequest request, string key)
        {
            if (request.Method == "PATCH")
            {
                if (Number(request["Upload-Offset"]) != Bytes.Length || IsComplete)
                {
                    return new Answer(409, "", State());
                }

                Append(request, request["Upload-Complete"] == "?1" ? Number(request["Upload-Length"]) : null);
                return IsComplete ? Item(200, key, State()) : new Answer(204, "", State());
            }

            return new Answer(204, "", State());
        }

        public Answer Tus(WireRequest request)
        {
            if (request.Method == "PATCH")
            {
                if (Number(request["Upload-Offset"]) != Bytes.Length)
                {
                    return new Answer(409);
                }

                // The length is told when the upload is opened, and all of it comes in one request here.
                Append(request, Bytes.Length + request.Body.Length);
            }

            return new Answer(request.Method == "PATCH" ? 204 : 200, "", "Tus-Resumable: 1.0.0", $"Upload-Offset: {Bytes.Length}");
        }

        public Answer Whole(WireRequest request)
        {
            (Bytes, IsComplete) = (request.Body, request["x-ms-blob-type"] == "BlockBlob");
            return new Answer(IsComplete ? 201 : 400);
        }

        private void Append(WireRequest request, long? total)
        {
            Bytes = [.. Bytes, .. request.Body];
            IsComplete = Bytes.Length == total;
        }

        private string[] State() => [$"Upload-Offset: {Bytes.Length}", $"Upload-Complete: {(IsComplete ? "?1" : "?0")}"];

        private Answer Item(int status, string key, params string[] headers)
            => Answer.Json(status, $$"""{"id":"{{key}}","size":{{(Kind == "films" ? $"\"{Bytes.Length}\"" : Bytes.Length)}}}""", headers);

        /// <summary>Where the range begins, null for none; and the file's length.</summary>
        private static (long? First, long? Total) RangeOf(WireRequest request)
        {
            var parts = request["Content-Range"]!["bytes ".Length..].Split('/');
            return (Number(parts[0].Split('-')[0]), Number(parts[1]));
        }

        private static long? Number(string? text)
            => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
