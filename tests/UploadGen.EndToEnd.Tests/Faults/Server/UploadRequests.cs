namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>Requests, as steps of uploads.</summary>
internal static class UploadRequests
{
    extension(WireRequest request)
    {
        public FaultStep Step => request switch
        {
            { Method: "PUT" } when request["Content-Range"]?.StartsWith("bytes */", StringComparison.Ordinal) == true => FaultStep.Inspect,
            { Method: "PUT" or "PATCH" } => FaultStep.Put,
            { Method: "HEAD" or "GET" } => FaultStep.Inspect,
            { Method: "OPTIONS" } => FaultStep.Discover,
            { Method: "DELETE" } => FaultStep.Abort,
            { Path: "/v1/uploads" } => FaultStep.Form,
            _ when request.Path.EndsWith("/confirmations", StringComparison.Ordinal) => FaultStep.Confirm,
            _ => FaultStep.Create,
        };

        /// <summary>The file in a form that has one.</summary>
        public ReadOnlySpan<byte> FileOfForm()
        {
            var body = request.Body.AsSpan();
            var boundary = "\r\n--"u8.ToArray().Concat(request["Content-Type"]!.Split("boundary=")[1].Trim('"').Select(letter => (byte)letter)).ToArray();
            var part = body[(body.IndexOf("\r\n\r\n"u8) + 4)..];
            return part[..part.IndexOf(boundary)];
        }
    }
}
