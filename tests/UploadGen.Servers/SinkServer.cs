using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>A server that does as little as a server can: it reads what it is sent, and answers. What is measured is the client.</summary>
public static class SinkServer
{
    public static Task<WebServer> StartAsync(LoopbackCertificate? certificate = null) => WebServer.StartAsync(AnswerAsync, certificate);

    /// <summary>The path says how: <c>/refused</c>, <c>/cut</c>, <c>/busy</c> once in two times, and any other path takes all, with 201 below <c>/made/</c>. Parts and blocks are taken like files.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/refused":
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case "/cut":
                context.Abort();
                return;
            case "/busy" when Random.Shared.Next(2) == 0:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
        }

        var body = context.Request.BodyReader;
        for (var isRead = false; !isRead;)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            isRead = read.IsCompleted;
        }

        if (context.Request.Path.StartsWithSegments("/made"))
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
        }

        context.Response.Headers.ETag = "\"0x8DE0A4D5F1C2B3E\"";
        if (context.Request.Method == HttpMethods.Post)
        {
            await AnswerMultipartAsync(context);
        }
    }

    /// <summary>Opens and completes S3's uploads in parts (<see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html"/>).</summary>
    private static Task AnswerMultipartAsync(HttpContext context)
    {
        var answer = context.Request.Query.ContainsKey("uploads") ? "InitiateMultipartUploadResult" : "CompleteMultipartUploadResult";
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<{answer}><Bucket>uploads</Bucket><Key>file</Key><UploadId>1</UploadId><ETag>\"1-1\"</ETag></{answer}>");
    }
}
