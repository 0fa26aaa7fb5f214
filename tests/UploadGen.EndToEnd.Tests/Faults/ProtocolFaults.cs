using UploadGen.EndToEnd.Tests.Faults.Server;
using static UploadGen.EndToEnd.Tests.Faults.Held;
using static UploadGen.EndToEnd.Tests.Faults.Server.Fault;
using static UploadGen.EndToEnd.Tests.Faults.Server.FaultStep;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>The rows of the table of faults for files that go to a URL by a protocol: after a break, storage is asked where it stands.</summary>
internal static class ProtocolFaults
{
    private const int Once = 1;
    private const int Always = int.MaxValue;

    /// <summary>How often a request is sent at most.</summary>
    private const int Most = 6;

    /// <summary>Larger than what the network holds on its way, and several requests where a protocol limits them.</summary>
    private const int Large = 12_000_000;

    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(700);

    private static readonly Flow[] All = [Flow.Films, Flow.Drives, Flow.Drafts, Flow.Streams, Flow.Blobs];

    /// <summary>Those that can be asked.</summary>
    private static readonly Flow[] Asked = [Flow.Films, Flow.Drives, Flow.Drafts, Flow.Streams];

    /// <summary>Those that tell of a complete file when they are asked, or take it again.</summary>
    private static readonly Flow[] Lasting = [Flow.Films, Flow.Drafts, Flow.Streams, Flow.Blobs];

    /// <summary>A session that ends with its file.</summary>
    private static readonly Flow[] Ending = [Flow.Drives];

    private static readonly Outcome Done = Outcome.Record;

    public static IEnumerable<FaultRow> Rows() => [.. Breaks(), .. LostAnswers(), .. Refusals(), .. Questions()];

    private static IEnumerable<FaultRow> Breaks() =>
    [
        .. new (string Name, Func<At, Fault> Break)[] { ("closed", Cut), ("reset", Reset) }.SelectMany(kind
            => new[] { At.Connect, At.Head, At.FirstByte, At.Half, At.LastByte }.SelectMany<At, FaultRow>(at =>
            [
                new($"protocol: {kind.Name} at {at}", Put, kind.Break(at), Once, All, Done, Recorded),
                new($"protocol: {kind.Name} at {at} of a large file", Put, kind.Break(at), Once, All, Done, Recorded) { Size = Large },
            ])),
        .. new[] { At.Head, At.Half, At.LastByte }.Select(at
            => new FaultRow($"protocol: stalled at {at} of a large file", Put, Stall(at), Once, All, Done, Recorded) { Size = Large, Timeout = Brief }),
    ];

    private static IEnumerable<FaultRow> LostAnswers() =>
    [
        .. new (string Name, Func<At, Fault> Break)[] { ("closed", Cut), ("reset", Reset), ("stalled", Stall) }.SelectMany(kind
            => new[] { At.Done, At.StatusLine }.SelectMany<At, FaultRow>(at =>
            [
                new($"protocol: {kind.Name} at {at}", Put, kind.Break(at), Once, Lasting, Done, Recorded) { Timeout = Brief },
                new($"session: {kind.Name} at {at} of a large file", Put, kind.Break(at), Once, Ending, Done, Recorded) { Size = Large, Timeout = Brief },
                new($"session: {kind.Name} at {at}", Put, kind.Break(at), Once, Ending, Failed(2, null, "doesn't know this upload", 404), Stored)
                {
                    Timeout = Brief,
                },
            ])),
        new("protocol: 503 although it was taken", Put, Misreport(new Answer(503)), Once, Lasting, Done, Recorded),
        new("session: 503 although it was taken", Put, Misreport(new Answer(503)), Once, Ending, Failed(2, null, status: 404), Stored),
    ];

    private static IEnumerable<FaultRow> Refusals() =>
    [
        .. new[] { 408, 429, 500, 502, 503, 504 }.SelectMany<int, FaultRow>(status =>
        [
            new($"protocol: {status}", Put, Refuse(new Answer(status)), Once, All, Done, Recorded),
            new($"protocol: {status} before the body", Put, Refuse(new Answer(status), At.Head), Once, All, Done, Recorded) { Size = Large },
            new($"protocol: always {status}", Put, Refuse(new Answer(status)), Always, All,
                Failed(Most, status is >= 500 or 408 ? null : false, status: status), Nothing),
        ]),
        .. new[] { 400, 401, 403, 411, 415, 501 }.Select(status => new FaultRow(
            $"protocol: {status}", Put, Refuse(new Answer(status)), Once, All, Failed(1, status >= 500 ? null : false, status: status), Nothing)),
        .. new[] { 404, 410 }.SelectMany<int, FaultRow>(status =>
        [
            new($"protocol: {status}", Put, Refuse(new Answer(status)), Once, All, Done, Recorded) { Sessions = 2 },
            new($"protocol: always {status}", Put, Refuse(new Answer(status)), Always, All, Failed(1, false, status: status), Nothing) { Sessions = 2 },
        ]),
        new("protocol: always closed at half", Put, Cut(At.Half), Always, All, Failed(Most, false), Nothing) { Size = Large },
        new("protocol: always closed after the last byte", Put, Cut(At.LastByte), Always, All, Failed(Most, null), Nothing),
        new("protocol: a page for an answer", Put, Misreport(new Answer(200, "<html><p>Hello", "Content-Type: text/html")), Always, [Flow.Films],
            Failed(1, null, "with a web page", 200), Stored),
        new("protocol: an answer that is no JSON", Put, Misreport(new Answer(200, "stored")), Once, [Flow.Films],
            Failed(1, true, "isn't what the document says", status: null), Stored),
        new("protocol: an answer without a body", Put, Misreport(new Answer(200)), Once, [Flow.Films],
            Failed(1, true, "didn't tell", status: null), Stored),
    ];

    /// <summary>What goes wrong when storage is asked where it stands.</summary>
    private static IEnumerable<FaultRow> Questions() =>
    [
        .. new (string Name, Fault Fault)[]
        {
            ("closed before the answer", Cut(At.Done)), ("reset before the answer", Reset(At.Done)), ("stalled before the answer", Stall(At.Done)),
            ("429", Refuse(new Answer(429))), ("503", Refuse(new Answer(503))),
        }.Select(kind => new FaultRow($"protocol: broken off, and asked: {kind.Name}", Inspect, kind.Fault, Once, Asked, Done, Recorded)
        {
            Before = Cut(At.Half), Size = Large, Timeout = Brief,
        }),
        new("protocol: broken off, and asked: 404", Inspect, Refuse(new Answer(404)), Once, Asked, Done, Recorded)
        {
            Before = Cut(At.Half), Size = Large, Sessions = 2,
        },
        new("protocol: broken off, and asked: always 503", Inspect, Refuse(new Answer(503)), Always, Asked, Failed(Most, false, status: 503), Nothing)
        {
            Before = Cut(At.Half), Size = Large,
        },
        new("protocol: the last answer lost, and asked: 404", Inspect, Refuse(new Answer(404)), Once, Asked,
            Failed(2, null, "doesn't know this upload", 404), Stored) { Before = Cut(At.Done) },
        new("protocol: the last answer lost, and asked: always 503", Inspect, Refuse(new Answer(503)), Always, Asked, Failed(Most, null, status: 503), Stored)
        {
            Before = Cut(At.Done),
        },
        new("tus: asked what it can, closed", Discover, Cut(At.Done), Once, [Flow.Streams], Done, Recorded),
        new("tus: asked what it can, 405", Discover, Refuse(new Answer(405)), Always, [Flow.Streams], Done, Recorded),
        new("tus: asked what it can, always 503", Discover, Refuse(new Answer(503)), Always, [Flow.Streams], Failed(Most, false, status: 503), Nothing),
    ];

    private static Outcome Failed(int attempts, bool? isStored, string says = "", int? status = null)
        => new("UploadException", attempts, isStored, status, says);
}
