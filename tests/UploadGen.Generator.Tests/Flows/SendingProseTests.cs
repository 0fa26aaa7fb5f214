namespace UploadGen.Generator.Tests.Flows;

/// <summary>How a file goes to its URL, where only the operation's text tells.</summary>
public class SendingProseTests
{
    private const string Url = """ "upload_url": { "type": "string", "format": "uri" } """;

    [Theory]
    [InlineData("Send the file to the URL with a PUT request.")]
    [InlineData("PUT the bytes there. Files beyond 5 GB go to another API, in parts.")]
    [InlineData("Upload the file via PUT.")]
    public void A_PUT_is_said(string text)
        => Assert.StartsWith(
            "opens an upload: the file is PUT to upload_url (the text of 'openUpload' says PUT)", Assert.Single(Of(text).Found), StringComparison.Ordinal);

    [Theory]
    [InlineData("Send the file to the URL as multipart/form-data.")]
    [InlineData("POST the file to the URL in a form.")]
    public void A_form_is_said(string text)
        => Assert.StartsWith("opens an upload: the file is POSTed to upload_url in a form", Assert.Single(Of(text).Found), StringComparison.Ordinal);

    [Theory]
    [InlineData("The file can be sent to the URL in parts, using PUT.", "says that the file goes there in parts")]
    [InlineData("PUT each chunk of the file to the URL, one of 5 MB per chunk.", "says that the file goes there in parts")]
    [InlineData("PUT the file to the URL, with its name as the query parameter filename.", "says that something is added to the URL's query")]
    [InlineData("Send the file there with the header Content-Range.", "says that the file goes there in ranges of bytes")]
    [InlineData("PUT the file with the header x-amz-acl.", "says that the header x-amz-acl goes with the file, and the answer has no headers")]
    [InlineData("POST the file to the URL.", "says POST, and not whether the file is its body or stands in a form")]
    [InlineData("PUT the file there, or POST the file there.", "says PUT and POST")]
    public void What_is_no_plain_request_is_asked_about(string text, string open)
    {
        var run = Of(text);

        Assert.Empty(run.Found);
        Assert.Contains($"the text of 'openUpload' {open}", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The URL speaks tus, with which the file is sent.", "by the tus protocol")]
    [InlineData("PUT the file with the header x-ms-blob-type.", "as Azure's storage takes blobs")]
    public void A_protocol_is_said(string text, string how)
        => Assert.StartsWith($"opens an upload: the file goes to upload_url {how}", Assert.Single(Of(text).Found), StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "headers": { "type": "object", "additionalProperties": { "type": "string" } } """, "")]
    [InlineData("", """ "source": { "type": "object", "properties": { "chunk_size": { "type": "integer" } } } """)]
    public void Pieces_are_heard_of_beside_headers_and_in_objects(string beside, string request)
    {
        var text = request.Length == 0 ? "PUT each chunk of the file to the URL." : "PUT the file to the URL.";
        var run = FlowRun.Of(Url + (beside.Length == 0 ? "" : "," + beside), request.Length == 0 ? """ "filename": { "type": "string" } """
            : request + """, "filename": { "type": "string" } """, says: text);

        Assert.Empty(run.Found);
        Assert.Contains("in parts", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    private static FlowRun Of(string text) => FlowRun.Of(Url, says: text);
}
