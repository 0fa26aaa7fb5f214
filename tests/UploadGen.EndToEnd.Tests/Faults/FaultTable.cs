using UploadGen.EndToEnd.Tests.Faults.Server;
using static UploadGen.EndToEnd.Tests.Faults.Held;
using static UploadGen.EndToEnd.Tests.Faults.Server.Fault;
using static UploadGen.EndToEnd.Tests.Faults.Server.FaultStep;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>
/// What can go wrong, and the one way in which it may end. A row: what, the step, the fault, how many requests it hits; the flows; the client, the server.
/// </summary>
internal static class FaultTable
{
    private const int Once = 1;
    private const int Always = int.MaxValue;

    /// <summary>How often a request is sent at most.</summary>
    private const int Most = 6;

    /// <summary>Larger than what the network holds on its way, and larger than what is sent without the server's consent.</summary>
    private const int Large = 12_000_000;

    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(700);

    private static readonly Flow[] Presigned = [Flow.Runflow, Flow.Cyberun];
    private static readonly Flow[] Runflow = [Flow.Runflow];
    private static readonly Flow[] Cyberun = [Flow.Cyberun];
    private static readonly Flow[] Images = [Flow.Images];

    private static readonly Outcome Done = Outcome.Record;

    private static readonly Answer Expired = Answer.Xml(
        403, "AccessDenied", "Request has expired", "<Expires>2026-02-21T00:30:06Z</Expires><ServerTime>2026-02-21T00:30:09Z</ServerTime>");

    private static readonly Answer ExpiredAtAzure = Answer.Xml(
        403,
        "AuthenticationFailed",
        "Server failed to authenticate the request.",
        "<AuthenticationErrorDetail>Signature not valid in the specified time frame</AuthenticationErrorDetail>");
    private static readonly Answer Busy = Answer.Xml(503, "SlowDown", "Please reduce your request rate.");

    /// <summary>New rows: they count what they did.</summary>
    public static IEnumerable<FaultRow> Rows() =>
    [
        .. CutPuts(), .. StalledPuts(), .. BusyStorage(), .. RefusedPuts(), .. OccupiedPuts(), .. DamagedPuts(), .. OddStorage(), .. UnreachableStorage(),
        .. Creates(), .. Confirms(), .. Forms(), .. ProtocolFaults.Rows(),
    ];

    private static IEnumerable<FaultRow> CutPuts() =>
    [
        new("PUT: closed when connected", Put, Cut(At.Connect), Once, Presigned, Done, Recorded),
        new("PUT: closed before the body", Put, Cut(At.Head), Once, Presigned, Done, Recorded),
        new("PUT: closed after 1 byte", Put, Cut(At.FirstByte), Once, Presigned, Done, Recorded),
        new("PUT: closed at half", Put, Cut(At.Half), Once, Presigned, Done, Recorded),
        new("PUT: closed after the last byte", Put, Cut(At.LastByte), Once, Presigned, Done, Recorded),
        new("PUT: closed before the answer", Put, Cut(At.Done), Once, Presigned, Done, Recorded),
        new("PUT: closed after the answer's status line", Put, Cut(At.StatusLine), Once, Presigned, Done, Recorded),
        new("PUT: reset when connected", Put, Reset(At.Connect), Once, Presigned, Done, Recorded),
        new("PUT: reset before the body", Put, Reset(At.Head), Once, Presigned, Done, Recorded),
        new("PUT: reset after 1 byte", Put, Reset(At.FirstByte), Once, Presigned, Done, Recorded),
        new("PUT: reset at half", Put, Reset(At.Half), Once, Presigned, Done, Recorded),
        new("PUT: reset at half of a large file", Put, Reset(At.Half), Once, Presigned, Done, Recorded) { Size = Large },
        new("PUT: reset after the last byte", Put, Reset(At.LastByte), Once, Presigned, Done, Recorded),
        new("PUT: reset before the answer", Put, Reset(At.Done), Once, Presigned, Done, Recorded),
        new("PUT: reset after the answer's status line", Put, Reset(At.StatusLine), Once, Presigned, Done, Recorded),
        new("PUT: closed at half three times", Put, Cut(At.Half), 3, Presigned, Done, Recorded),
        new("PUT: always closed before the body", Put, Cut(At.Head), Always, Presigned,
            Failed(Most, isStored: false, "It was tried 6 times."), Nothing) { Size = Large },
        new("PUT: always reset at half", Put, Reset(At.Half), Always, Presigned, Failed(Most, isStored: false), Nothing) { Size = Large },
        new("PUT: always closed after the last byte", Put, Cut(At.LastByte), Always, Presigned, Failed(Most, isStored: null), Nothing),
        new("PUT: always closed before the answer", Put, Cut(At.Done), Always, Runflow, Failed(Most, isStored: null), Stored),
        new("PUT: closed before the answer, then refused", Put, Cut(At.Done), Once, Runflow, Failed(2, isStored: null, "(SignatureDoesNotMatch)", 403), Stored)
        {
            Then = Refuse(Answer.Xml(403, "SignatureDoesNotMatch")),
        },
        new("PUT: closed before the answer, then expired", Put, Cut(At.Done), Once, Cyberun, Done, Recorded) { Then = Refuse(Expired), Sessions = 2 },
    ];

    private static IEnumerable<FaultRow> StalledPuts() =>
    [
        new("PUT: stalled when connected", Put, Stall(At.Connect), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: stalled before the body", Put, Stall(At.Head), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: stalled at half", Put, Stall(At.Half), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: stalled at half of a large file", Put, Stall(At.Half), Once, Presigned, Done, Recorded) { Timeout = Brief, Size = Large },
        new("PUT: stalled after the last byte", Put, Stall(At.LastByte), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: stalled before the answer", Put, Stall(At.Done), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: stalled after the answer's status line", Put, Stall(At.StatusLine), Once, Presigned, Done, Recorded) { Timeout = Brief },
        new("PUT: always stalled after the last byte", Put, Stall(At.LastByte), Always, Cyberun,
            Failed(Most, isStored: null, "ResponseTimeout"), Nothing) { Timeout = Brief },
        new("PUT: always stalled at half of a large file", Put, Stall(At.Half), Always, Runflow,
            Failed(Most, isStored: false, "StallTimeout"), Nothing) { Timeout = Brief, Size = Large },
        new("PUT: the file drips in", Put, Drip(At.FirstByte), Once, Presigned, Done, Recorded),
        new("PUT: the answer drips out", Put, Drip(At.Done), Once, Presigned, Done, Recorded),
    ];

    private static IEnumerable<FaultRow> BusyStorage() =>
    [
        .. new[] { 408, 429, 500, 502, 503, 504 }.SelectMany<int, FaultRow>(status =>
        [
            new($"PUT: {status}", Put, Refuse(new Answer(status)), Once, Presigned, Done, Recorded),
            new($"PUT: {status} with Retry-After", Put, Refuse(new Answer(status, "", Answer.RetryAfter(0))), Once, Presigned, Done, Recorded),
            new($"PUT: always {status}", Put, Refuse(new Answer(status)), Always, Presigned,
                Failed(Most, isStored: status is >= 500 or 408 ? null : false, "Try again later", status), Nothing),
        ]),
        new("PUT: 503 with a date in Retry-After", Put,
            Refuse(new Answer(503, "", "Date: Sat, 21 Feb 2026 00:30:06 GMT", "Retry-After: Sat, 21 Feb 2026 00:30:07 GMT")),
            Once, Presigned, Done, Recorded),
        new("PUT: 503 that asks for an hour", Put, Refuse(new Answer(503, "", Answer.RetryAfter(3600))), Once, Presigned,
            Failed(1, isStored: null, status: 503), Nothing),
        new("PUT: 503 five times", Put, Refuse(Busy), 5, Presigned, Done, Recorded),
        new("PUT: 503 although the file was stored", Put, Misreport(Busy), Once, Presigned, Done, Recorded),
        new("PUT: always 503 although the file was stored", Put, Misreport(Busy), Always, Runflow, Failed(Most, isStored: null, "SlowDown", 503), Stored),
        new("PUT: 503 of a large file, before it is sent", Put, Refuse(Busy, At.Head), Once, Presigned, Done, Recorded) { Size = Large },
        new("PUT: 400 RequestTimeout", Put, Refuse(Answer.Xml(400, "RequestTimeout")), Once, Presigned, Done, Recorded),
        new("PUT: 400 IncompleteBody", Put, Refuse(Answer.Xml(400, "IncompleteBody")), Once, Presigned, Done, Recorded),
        new("PUT: 409 ConditionalRequestConflict", Put, Refuse(Answer.Xml(409, "ConditionalRequestConflict")), Once, Presigned, Done, Recorded),
    ];

    private static IEnumerable<FaultRow> RefusedPuts() =>
    [
        new("PUT: 403 expired (S3)", Put, Refuse(Expired), Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: 403 expired (S3), before the body", Put, Refuse(Expired, At.Head), Once, Presigned, Done, Recorded) { Sessions = 2, Size = Large },
        new("PUT: 400 expired (Google)", Put,
            Refuse(Answer.Xml(400, "ExpiredToken", "Invalid argument.", "<Details>The provided token has expired.</Details>")),
            Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: 403 expired (Azure)", Put, Refuse(ExpiredAtAzure), Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: always 403 expired", Put, Refuse(Expired), Always, Presigned,
            Failed(1, isStored: false, "The upload URL has expired", 403), Nothing) { Sessions = 2 },
        new("PUT: the first URL has ended before it is used", Put, Cut(At.Half), 0, Presigned,
            Done, Recorded) { Sessions = 2, Backend = new() { Expiry = Ended(first: true) } },
        new("PUT: 403 without a message (Ceph), by a date that is past", Put, Refuse(Answer.Xml(403, "AccessDenied")), Always, Presigned,
            Failed(1, isStored: false, "The upload URL has expired", 403), Nothing) { Sessions = 2, Backend = new() { Expiry = Ended(first: false) } },
        new("PUT: a bare 403, by a date that is past", Put, Refuse(new Answer(403)), Always, Presigned,
            Failed(1, isStored: false, "The upload URL has expired", 403), Nothing) { Sessions = 2, Backend = new() { Expiry = Ended(first: false) } },
        new("PUT: 403 without a message, long before the URL ends", Put, Refuse(Answer.Xml(403, "AccessDenied")), Once, Presigned,
            Failed(1, isStored: false, "may not allow this upload", 403), Nothing),
        new("PUT: 403 wrong signature", Put,
            Refuse(Answer.Xml(403, "SignatureDoesNotMatch", "", "<StringToSign>AWS4-HMAC-SHA256 X-Amz-Signature</StringToSign>")),
            Once, Presigned, Failed(1, isStored: false, "(SignatureDoesNotMatch)", 403), Nothing),
        new("PUT: 403 headers that aren't signed", Put, Refuse(Answer.Xml(403, "AccessDenied", "", "<HeadersNotSigned>x-amz-meta-a</HeadersNotSigned>")),
            Once, Presigned, Failed(1, isStored: false, "x-amz-meta-a", 403), Nothing),
        new("PUT: 409 of another's object (Azure)", Put, Refuse(Answer.Xml(409, "BlobAlreadyExists")), Once, Presigned,
            Failed(1, isStored: false, "an object at this place already", 409), Nothing),
        new("PUT: 412 of another's object", Put, Refuse(Answer.Xml(412, "PreconditionFailed")), Once, Presigned,
            Failed(1, isStored: false, "an object at this place already", 412), Nothing),
        new("PUT: 413", Put, Refuse(new Answer(413), At.Head), Once, Presigned,
            Failed(1, isStored: false, "larger than storage takes", 413), Nothing) { Size = Large },
        new("PUT: 413 at half of a large file", Put, Refuse(new Answer(413), At.Half), Once, Presigned,
            Failed(1, isStored: false, "larger than storage takes", 413), Nothing) { Size = Large },
        new("PUT: 403 at half", Put, Refuse(Answer.Xml(403, "SignatureDoesNotMatch"), At.Half), Once, Presigned,
            Failed(1, isStored: false, "(SignatureDoesNotMatch)", 403), Nothing) { Size = 1_000_000 },
        new("PUT: 503 at half of a large file", Put, Refuse(Busy, At.Half), Once, Presigned, Done, Recorded) { Size = Large },
        new("PUT: 200 at half of a large file", Put, Refuse(new Answer(200), At.Half), Once, Presigned, Done, Recorded) { Size = Large },
        new("PUT: always 200 at half of a large file", Put, Refuse(new Answer(200), At.Half), Always, Presigned,
            Failed(Most, isStored: false, "the answer was 200, but the connection was closed before the whole request was sent"), Nothing) { Size = Large },
        new("PUT: 404", Put, Refuse(Answer.Xml(404, "NoSuchBucket")), Once, Presigned, Failed(1, isStored: false, "NoSuchBucket", 404), Nothing),
        new("PUT: 404 without a code", Put, Refuse(new Answer(404)), Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: 410", Put, Refuse(new Answer(410)), Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: 404 of an upload that is gone", Put, Refuse(Answer.Xml(404, "NoSuchUpload")), Once, Presigned, Done, Recorded) { Sessions = 2 },
        new("PUT: always 410", Put, Refuse(new Answer(410)), Always, Presigned, Failed(1, isStored: false, status: 410), Nothing) { Sessions = 2 },
        new("PUT: closed before the answer, then 410", Put, Cut(At.Done), Once, Runflow, Failed(2, isStored: null, status: 410), Stored)
        {
            Then = Refuse(new Answer(410)),
        },
        new("PUT: 411", Put, Refuse(Answer.Xml(411, "MissingContentLength")), Once, Presigned,
            Failed(1, isStored: false, "MissingContentLength", 411), Nothing),
        new("PUT: 417 to the expectation", Put, Refuse(new Answer(417), At.Head), Once, Presigned, Done, Recorded) { Size = 2_000_000 },
        new("PUT: 307 to another host", Put, RedirectTo(307, "localhost"), Once, Presigned, Done, Recorded),
        new("PUT: 308 to another host", Put, RedirectTo(308, "localhost"), Once, Presigned, Done, Recorded),
        new("PUT: 307 of a large file, before it is sent", Put, RedirectTo(307, "localhost", At.Head), Once, Presigned, Done, Recorded) { Size = Large },
        new("PUT: 307 without end", Put, RedirectTo(307, "localhost"), Always, Presigned, Failed(1, isStored: false, "redirects to", 307), Nothing),
        new("PUT: 307 to plain http elsewhere", Put, RedirectTo(307, "storage.example"), Once, Presigned,
            Failed(1, isStored: false, "redirects to", 307), Nothing),
        .. new[] { "ftp://storage.example/k", "mailto:a@storage.example", "//[" }.SelectMany<string, FaultRow>(place =>
        [
            new($"PUT: 307 to {place}", Put, Refuse(new Answer(307, "", $"Location: {place}")), Once, Presigned,
                Failed(1, isStored: false, "The API has to give the right URL", 307), Nothing),
            new($"create: 307 to {place}", Create, Refuse(new Answer(307, "", $"Location: {place}")), Once, Presigned,
                Refused(307), Nothing) { Sessions = 0 },
        ]),
        new("PUT: 301", Put, RedirectTo(301, "localhost"), Once, Presigned, Failed(1, isStored: false, "redirects to", 301), Nothing),
    ];

    /// <summary>Other bytes lie under the key, which the URL doesn't allow to replace: whatever happens before storage says so, they aren't the file.</summary>
    private static IEnumerable<FaultRow> OccupiedPuts() =>
    [
        .. new (string What, Fault Fault, int Attempts)[]
        {
            ("at once", Drip(At.Done), 1),
            ("after 500", Refuse(new Answer(500)), 2),
            ("after 503 SlowDown", Refuse(Busy), 2),
            ("after a close at half", Cut(At.Half), 2),
            ("after a close behind the last byte", Cut(At.LastByte), 2),
            ("after a lost answer", Cut(At.Done), 2),
        }.SelectMany<(string What, Fault Fault, int Attempts), FaultRow>(before =>
        [
            new($"PUT: other bytes lie there, told {before.What}", Put, before.Fault, Once, Cyberun,
                Failed(before.Attempts, isStored: false, "an object at this place already", 412), Occupied) { Backend = new() { Occupant = [1, 2, 3] } },
            new($"PUT: other bytes of the same length lie there, told {before.What}", Put, before.Fault, Once, Cyberun,
                Failed(before.Attempts, isStored: false, "an object at this place already", 412), Occupied)
            {
                Backend = new() { Occupant = new byte[200_000] },
            },
            new($"PUT: other bytes lie there, told {before.What}, and not what they are", Put, before.Fault, Once, Cyberun,
                Failed(before.Attempts, MayBeStored(before.Fault) ? null : false, "an object at this place already", 412), Occupied)
            {
                Backend = new() { Occupant = [1, 2, 3], AllowsHead = false },
                Size = Large,
            },
        ]),
        new("PUT: closed before the answer, and the URL doesn't tell what is stored", Put, Cut(At.Done), Once, Cyberun,
            Failed(2, isStored: null, "storage doesn't tell whether it is this file", 412), Stored) { Backend = new() { AllowsHead = false } },
        new("PUT: 503 although the file was stored, and the URL doesn't tell what is stored", Put, Misreport(Busy), Once, Cyberun,
            Failed(2, isStored: null, "storage doesn't tell whether it is this file", 412), Stored) { Backend = new() { AllowsHead = false } },
    ];

    /// <summary>Whether storage may have the file after such a fault: all of it was sent.</summary>
    private static bool MayBeStored(Fault fault) => fault.At is At.LastByte or At.Done && fault.Ending != Ending.Drip;

    private static IEnumerable<FaultRow> DamagedPuts() =>
    [
        new("PUT: a bit flipped on the way", Put, Damage(), Once, Runflow, Done, Recorded),
        new("PUT: a bit flipped on the way of a large file", Put, Damage(), Once, Runflow, Done, Recorded) { Size = Large },
        new("PUT: always a bit flipped on the way", Put, Damage(), Always, Runflow, Failed(2, isStored: false, "holds other bytes", 200), Damaged),
        new("PUT: a bit flipped on the way, and nothing may be replaced", Put, Damage(), Once, Cyberun,
            Failed(2, isStored: false, "holds other bytes", 200), Damaged),
        new("PUT: a bit flipped on the way, then closed before the answer", Put, Damage(), Once, Runflow, Done, Recorded) { Then = Cut(At.Done) },
        new("PUT: a bit flipped on the way, then refused", Put, Damage(), Once, Runflow,
            Failed(2, isStored: false, "(SignatureDoesNotMatch)", 403), Damaged) { Then = Refuse(Answer.Xml(403, "SignatureDoesNotMatch")) },
    ];

    private static IEnumerable<FaultRow> OddStorage() =>
    [
        new("PUT: garbage for an answer", Put, Refuse(Answer.Bytes("\0\u0001garbage\r\n\r\n")), Once, Presigned, Done, Recorded),
        new("PUT: always the request for an answer", Put, Reply(head => Answer.Bytes(SecretFirst(head))), Always, Presigned,
            Failed(Most, isStored: null), Nothing),
        new("PUT: the request in a header's place", Put, Reply(head => Answer.Bytes($"HTTP/1.1 200 OK\r\n{head.Split("\r\n")[0]}\r\n\r\n")), Always, Presigned,
            Failed(Most, isStored: null), Nothing),
        new("PUT: the request in a refusal", Put, Reply(head => Answer.Xml(400, "InvalidRequest", head.Replace("&", "&amp;", StringComparison.Ordinal))),
            Once, Presigned, Failed(1, isStored: false, "InvalidRequest", 400), Nothing),
        new("PUT: the request for a chunk", Put, Reply(head => Answer.Bytes($"HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n{SecretFirst(head)}")),
            Once, Presigned, Failed(1, isStored: false, status: 400), Nothing),
        new("PUT: an endless header", Put, Refuse(Answer.Bytes("HTTP/1.1 200 OK\r\nX-Endless: " + new string('x', 200_000))), Once, Presigned,
            Failed(1, isStored: null), Nothing),
        new("PUT: a refusal without end", Put, Refuse(new Answer(400) { IsEndless = true }), Once, Presigned, Failed(1, isStored: false, status: 400), Nothing),
        new("PUT: a success without end", Put, Misreport(new Answer(200) { IsEndless = true }), Once, Presigned, Done, Recorded),
        new("PUT: a refusal that breaks off", Put, Refuse(Answer.Xml(403, "SignatureDoesNotMatch") with { AnnouncedLength = 9000 }), Once, Presigned,
            Failed(1, isStored: false, "(SignatureDoesNotMatch)", 403), Nothing),
        new("PUT: a success that breaks off", Put, Misreport(new Answer(200, "<ok>") { AnnouncedLength = 9000 }), Once, Presigned, Done, Recorded),
        new("PUT: a wrong Content-Length", Put, Refuse(Answer.Bytes("HTTP/1.1 503 Busy\r\nContent-Length: many\r\n\r\n")), Once, Presigned, Done, Recorded),
        new("PUT: a proxy's page", Put, Refuse(new Answer(502, "<html><p>Bad gateway", "Content-Type: text/html")), Once, Presigned, Done, Recorded),
        .. new[] { 202, 203, 206, 207, 226 }.Select(status => new FaultRow(
            $"PUT: {status}", Put, Misreport(new Answer(status)), Once, Presigned,
            Failed(1, isStored: null, "which doesn't say that it holds the file", status), Stored)),
        new("PUT: 201", Put, Misreport(new Answer(201)), Once, Presigned, Done, Recorded),
        new("PUT: 204", Put, Misreport(new Answer(204)), Once, Presigned, Done, Recorded),
        new("PUT: 200 with the ETag of an empty object", Put, Refuse(new Answer(200, "", "ETag: \"d41d8cd98f00b204e9800998ecf8427e\"")), Once, Presigned,
            Failed(1, isStored: null, "with the ETag of an empty object", 200), Nothing),
        new("PUT: 200 with an error in it", Put, Refuse(Answer.Xml(200, "AccessDenied")), Once, Presigned,
            Failed(1, isStored: null, "(AccessDenied)", 200), Nothing),
        new("PUT: 200 with an error in it that passes", Put, Refuse(Answer.Xml(200, "InternalError")), Once, Presigned, Done, Recorded),
        new("PUT: 200 with XML that is no error", Put, Misreport(new Answer(200, "<Result><Code>x</Code></Result>", "Content-Type: application/xml")), Once,
            Presigned, Done, Recorded),
        new("PUT: 200 before the file was sent", Put, Refuse(new Answer(200) { AnnouncedLength = 0 }, At.Head),
            Once, Presigned, Done, Recorded) { Size = Large },
    ];

    private static IEnumerable<FaultRow> UnreachableStorage() =>
    [
        new("PUT: a closed port", Put, Unreachable(Address.ClosedPort), Always, Presigned,
            Failed(Most, isStored: false, "no connection could be made to 127.0.0.1: nobody listens there"), Nothing),
        new("PUT: a host that DNS doesn't know", Put, Unreachable(Address.UnknownHost), Always, Presigned,
            Failed(Most, isStored: false, "DNS gave no address for storage.invalid: it doesn't know that name"), Nothing),
        new("PUT: an untrusted certificate", Put, Unreachable(Address.UntrustedCertificate), Always, Presigned,
            Failed(1, isStored: false, "its certificate is from nobody that this machine trusts (UntrustedRoot)"), Nothing),
        new("PUT: a certificate for another name", Put, Unreachable(Address.OtherName), Always, Presigned,
            Failed(1, isStored: false, "TLS couldn't be set up with localhost: its certificate is for another name"), Nothing),
        new("PUT: no TLS", Put, Unreachable(Address.NoTls), Always, Presigned, Failed(1, isStored: false, "what answers there doesn't speak TLS"), Nothing),
    ];

    private static IEnumerable<FaultRow> Creates() =>
    [
        new("create: a closed port", Create, Unreachable(Address.ClosedPort), Always, Presigned,
            Failed(Most, isStored: false, "Upload it again."), Nothing) { Sessions = 0 },
        new("create: a host that DNS doesn't know", Create, Unreachable(Address.UnknownHost), Always, Presigned,
            Failed(Most, isStored: false, "DNS gave no address for storage.invalid"), Nothing) { Sessions = 0 },
        new("create: an untrusted certificate", Create, Unreachable(Address.UntrustedCertificate), Always, Presigned,
            Failed(1, isStored: false, "its certificate is from nobody that this machine trusts"), Nothing) { Sessions = 0 },
        new("create: no TLS", Create, Unreachable(Address.NoTls), Always, Presigned, Failed(1, isStored: false), Nothing) { Sessions = 0 },
        new("create: closed when connected", Create, Cut(At.Connect), Once, Presigned, Failed(1, isStored: false), Nothing) { Sessions = 0 },
        new("create: reset at half", Create, Reset(At.Half), Once, Presigned, Failed(1, isStored: false), Nothing) { Sessions = 0 },
        new("create: closed before the answer", Create, Cut(At.Done), Once, Presigned, Failed(1, isStored: false), Nothing),
        new("create: closed after the answer's status line", Create, Cut(At.StatusLine), Once, Presigned, Failed(1, isStored: false), Nothing),
        new("create: closed at half of the answer", Create, Cut(At.HalfAnswer), Once, Presigned, Failed(1, isStored: false, "the answer broke off"), Nothing),
        new("create: stalled before the answer", Create, Stall(At.Done), Once, Presigned,
            Failed(1, isStored: false, "ResponseTimeout"), Nothing) { Timeout = Brief },
        new("create: stalled at half of the answer", Create, Stall(At.HalfAnswer), Once, Presigned,
            Failed(1, isStored: false, "StallTimeout"), Nothing) { Timeout = Brief },
        new("create: the answer drips out", Create, Drip(At.Done), Once, Presigned, Done, Recorded),
        new("create: 429 with Retry-After", Create, Refuse(new Answer(429, "", Answer.RetryAfter(0))), Once, Presigned, Done, Recorded),
        new("create: 503 with Retry-After", Create, Refuse(new Answer(503, "", Answer.RetryAfter(1))), Once, Presigned, Done, Recorded),
        new("create: 429", Create, Refuse(new Answer(429)), Once, Presigned, Refused(429), Nothing) { Sessions = 0 },
        new("create: 500", Create, Refuse(new Answer(500)), Once, Presigned, Refused(500), Nothing) { Sessions = 0 },
        new("create: 413", Create, Refuse(new Answer(413)), Once, Presigned, Refused(413), Nothing) { Sessions = 0 },
        new("create: 307 to another host", Create, RedirectTo(307, "localhost"), Once, Presigned,
            Refused(307, "redirects aren't followed"), Nothing) { Sessions = 0 },
        new("create: the request for an answer", Create, Reply(head => Answer.Bytes(SecretFirst(head))), Once, Presigned,
            Failed(1, isStored: false), Nothing) { Sessions = 0 },
        new("create: the request for a chunk", Create, Reply(head => Answer.Bytes($"HTTP/1.1 201 OK\r\nTransfer-Encoding: chunked\r\n\r\n{SecretFirst(head)}")),
            Once, Presigned, Failed(1, isStored: false), Nothing) { Sessions = 0 },
        new("create: the request in a refusal", Create, Reply(head => new Answer(400, head)), Once, Presigned, Refused(400), Nothing) { Sessions = 0 },
        new("create: an answer without end", Create, Refuse(new Answer(201) { IsEndless = true }), Once, Presigned,
            Failed(1, isStored: false, "MaxResponseLength"), Nothing) { Sessions = 0 },
        new("create: an answer that is no JSON", Create, Refuse(new Answer(201, "<html>")), Once, Presigned,
            Malformed(201, isStored: false), Nothing) { Sessions = 0 },
    ];

    private static IEnumerable<FaultRow> Confirms() =>
    [
        new("confirm: reset before the body", Confirm, Reset(At.Head), Once, Runflow, Failed(1, isStored: true, "isn't known: ask the API"), Stored),
        new("confirm: closed after the last byte", Confirm, Cut(At.LastByte), Once, Runflow, Failed(1, isStored: true, "isn't known: ask the API"), Stored),
        new("confirm: the answer is lost", Confirm, Cut(At.Done), Once, Runflow, Failed(1, isStored: true, "isn't known: ask the API"), Recorded),
        new("confirm: half of the answer is lost", Confirm, Reset(At.HalfAnswer), Once, Runflow,
            Failed(1, isStored: true, "isn't known: ask the API"), Recorded),
        new("confirm: stalled before the answer", Confirm, Stall(At.Done), Once, Runflow,
            Failed(1, isStored: true, "ResponseTimeout"), Recorded) { Timeout = Brief },
        new("confirm: the answer drips out", Confirm, Drip(At.Done), Once, Runflow, Done, Recorded),
        new("confirm: 429 with Retry-After", Confirm, Refuse(new Answer(429, "", Answer.RetryAfter(0))), Once, Runflow, Done, Recorded),
        new("confirm: 503 with Retry-After although it was done", Confirm, Misreport(new Answer(503, "", Answer.RetryAfter(0))), Once, Runflow, Done, Recorded),
        new("confirm: a duplicate is refused", Confirm, Misreport(new Answer(503, "", Answer.RetryAfter(0))), Once, Runflow,
            new("ApiException", 2, true, 409, "isn't known: ask the API"), Recorded) { Backend = new() { RefusesDuplicates = true } },
        new("confirm: 500 although it was done", Confirm, Misreport(new Answer(500)), Once, Runflow,
            new("ApiException", 1, true, 500, "isn't known: ask the API"), Recorded),
        new("confirm: 409", Confirm, Refuse(new Answer(409)), Once, Runflow, new("ApiException", 1, true, 409, "isn't known: ask the API"), Stored),
        .. new[] { 404, 410 }.SelectMany<int, FaultRow>(status =>
        [
            new($"confirm: {status}", Confirm, Refuse(new Answer(status)), Once, Runflow, Done, Recorded) { Sessions = 2 },
            new($"confirm: always {status}", Confirm, Refuse(new Answer(status)), Always, Runflow,
                new("ApiException", 1, true, status, "isn't known: ask the API"), Stored) { Sessions = 2 },
            new($"confirm: {status} after an answer of failure", Confirm, Misreport(new Answer(503, "", Answer.RetryAfter(0))), Once, Runflow,
                new("ApiException", 2, true, status, "isn't known: ask the API"), Recorded) { Then = Refuse(new Answer(status)) },
        ]),
        new("confirm: the request for an answer", Confirm, Reply(head => Answer.Bytes(SecretFirst(head))), Once, Runflow,
            Failed(1, isStored: true, "isn't known: ask the API"), Stored),
        new("confirm: an answer that is no JSON", Confirm, Misreport(new Answer(201, "<html>")), Once, Runflow, Malformed(201, isStored: true), Recorded),
        new("confirm: another size is recorded", Confirm, Drip(At.Done), Once, Runflow,
            Failed(1, isStored: null, "200000 bytes were sent, but the API recorded 199999"), Recorded) { Backend = new() { RecordedSize = 199_999 } },
    ];

    private static IEnumerable<FaultRow> Forms() =>
    [
        new("form: closed before the body", Form, Cut(At.Head), Once, Images, Unreached(null), Nothing),
        new("form: reset at half", Form, Reset(At.Half), Once, Images, Unreached(null), Nothing),
        new("form: closed after the last byte", Form, Cut(At.LastByte), Once, Images, Unreached(null), Nothing),
        new("form: the answer is lost", Form, Cut(At.Done), Once, Images, Unreached(null), Recorded),
        new("form: closed after the answer's status line", Form, Cut(At.StatusLine), Once, Images, Unreached(null), Recorded),
        new("form: half of the answer is lost", Form, Cut(At.HalfAnswer), Once, Images, Unreached(null, "the answer broke off"), Recorded),
        new("form: stalled at half of a large file", Form, Stall(At.Half), Once, Images,
            Unreached(false, "StallTimeout"), Nothing) { Timeout = Brief, Size = Large },
        new("form: stalled before the answer", Form, Stall(At.Done), Once, Images,
            Unreached(null, "ResponseTimeout"), Recorded) { Timeout = Brief },
        new("form: drips in", Form, Drip(At.FirstByte), Once, Images, Done, Recorded),
        new("form: 429 with Retry-After", Form, Refuse(new Answer(429, "", Answer.RetryAfter(0))), Once, Images, Done, Recorded),
        new("form: 503 with Retry-After", Form, Refuse(new Answer(503, "", Answer.RetryAfter(0)), At.Head), Once, Images, Done, Recorded) { Size = Large },
        new("form: 503", Form, Refuse(new Answer(503)), Once, Images, RefusedForm(503, null), Nothing),
        new("form: 413", Form, Refuse(new Answer(413), At.Head), Once, Images, RefusedForm(413, false), Nothing) { Size = Large },
        new("form: 413 at half of a large file", Form, Refuse(new Answer(413), At.Half), Once, Images, RefusedForm(413, false), Nothing) { Size = Large },
        new("form: 200 at half of a large file", Form, Refuse(Answer.Json(200, """{"upload_key":"k","image_url":"https://i"}"""), At.Half), Once, Images,
            Unreached(false, "the answer was 200, but"), Nothing) { Size = Large },
        new("form: 307 to another host", Form, RedirectTo(307, "localhost"), Once, Images, RefusedForm(307, false, "redirects aren't followed"), Nothing),
        new("form: the request for an answer", Form, Reply(head => Answer.Bytes(SecretFirst(head))), Once, Images, Unreached(null), Nothing),
        new("form: an answer that is no JSON", Form, Misreport(new Answer(200, "<html>")), Once, Images, Malformed(200), Recorded),
        new("form: a closed port", Form, Unreachable(Address.ClosedPort), Always, Images, Unreached(false, attempts: Most), Nothing),
        new("form: a host that DNS doesn't know", Form, Unreachable(Address.UnknownHost), Always, Images, Unreached(false, attempts: Most), Nothing),
        new("form: an untrusted certificate", Form, Unreachable(Address.UntrustedCertificate), Always, Images,
            Unreached(false, "its certificate is from nobody that this machine trusts"), Nothing),
    ];

    private static Outcome Failed(int attempts, bool? isStored, string says = "", int? status = null)
        => new("UploadException", attempts, isStored, status, says);

    /// <summary>The API refuses an upload before anything of the file was stored.</summary>
    private static Outcome Refused(int status, string says = "") => new("ApiException", 1, false, status, says);

    /// <summary>The API refuses a file that goes to it in one request.</summary>
    private static Outcome RefusedForm(int status, bool? isStored, string says = "") => new("ApiException", 1, isStored, status, says);

    private static Outcome Malformed(int status, bool? isStored = null) => new("ResponseFormatException", 1, isStored, status, "");

    private static Outcome Unreached(bool? isStored, string says = "upload_v1_uploads_post: POST", int attempts = 1)
        => new("UploadException", attempts, isStored, Says: says);

    private static Func<int, DateTimeOffset> Ended(bool first) => session => DateTimeOffset.UtcNow.AddHours(session == 1 || !first ? -1 : 1);

    /// <summary>The lines of a request, with the token, or else the signed URL, where the client looks first.</summary>
    private static string SecretFirst(string head)
        => string.Join("\r\n", head.Split("\r\n").OrderByDescending(line => line.StartsWith("Authorization:", StringComparison.Ordinal)));

    private static Fault RedirectTo(int status, string host, At at = At.LastByte) => Reply(
        head => new Answer(status, "", $"Location: http://{host}:{new WireRequest(head)["Host"]!.Split(':')[1]}{head.Split(' ')[1]}"), at);
}
