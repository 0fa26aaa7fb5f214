using System.Net;
using System.Xml.Linq;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>Assertions on the XML errors of storage.</summary>
internal static class StorageAnswer
{
    /// <summary>Asserts status and code of an error, and returns the body.</summary>
    public static async Task<XElement> IsErrorAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await RunningServer.TextAsync(response);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {body}");
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);

        var error = XElement.Parse(body);
        Assert.Equal("Error", error.Name);
        Assert.Equal(code, (string?)error.Element("Code"));
        Assert.NotEqual("", (string?)error.Element("Message"));
        Assert.Equal(Assert.Single(response.Headers.GetValues("x-amz-request-id")), (string?)error.Element("RequestId"));
        return error;
    }
}
