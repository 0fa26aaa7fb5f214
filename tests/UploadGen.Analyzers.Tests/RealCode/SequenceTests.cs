namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Uploads whose file goes to an operation of the API, by the id of what was opened.</summary>
public sealed class SequenceTests
{
    [Fact]
    public Task A_file_that_is_left_out() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title)
        {
            var document = await desk.CreateDocumentAsync(title);
            logger.LogInformation("opened {Document}", document.Id);
            await desk.{|UPG101:UpdateDocumentAsync|}(document.Id, new() { State = DocumentState.Uploaded });
        }
        """);

    [Fact]
    public Task A_file_whose_failure_is_swallowed() => ServiceCode.VerifyAsync("""
        public async Task<Document> StoreAsync(string title, UploadContent content)
        {
            var document = await desk.CreateDocumentAsync(title);
            try { await desk.PutContentAsync(document.Id, content); }
            catch (HttpRequestException error) { logger.LogWarning(error, "{Document} failed", document.Id); }
            return await desk.{|UPG102:UpdateDocumentAsync|}(document.Id, new DocumentChange { State = DocumentState.Uploaded, Title = title });
        }
        """);

    [Fact]
    public Task A_document_that_is_never_completed() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title, UploadContent content)
        {
            var document = await desk.CreateDocumentAsync(title);
            await desk.{|UPG103:PutContentAsync|}(document.Id, content);
            Console.WriteLine($"{document.Id}: {document.Title}");
        }
        """);

    [Fact]
    public Task A_document_that_is_only_opened() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title)
        {
            var document = await desk.{|UPG104:CreateDocumentAsync|}(title);
            Console.WriteLine(document.Id);
        }
        """);

    [Fact]
    public Task A_file_that_is_replaced_afterwards() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title, UploadContent content, UploadContent better)
        {
            var document = await desk.CreateDocumentAsync(title);
            await desk.PutContentAsync(document.Id, content);
            await desk.UpdateDocumentAsync(document.Id, new() { State = DocumentState.Uploaded });
            await desk.{|UPG110:PutContentAsync|}(document.Id, better);
        }
        """);

    [Fact]
    public Task An_id_of_another_flow() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title, UploadContent content)
        {
            var document = await desk.CreateDocumentAsync(title);
            var clip = await desk.OpenClipAsync(title);
            await desk.PutContentAsync({|UPG111:clip.Key|}, content);
            repository.Save((document, clip));
        }
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order() => ServiceCode.VerifyAsync("""
        public async Task<Document> StoreAsync(string title, UploadContent content)
        {
            var id = (await desk.CreateDocumentAsync(title)).Id;
            logger.LogInformation("sending {Document}", id);
            await desk.PutContentAsync(id, content);
            return await FinishAsync(id);
        }

        private Task<Document> FinishAsync(string id) => desk.UpdateDocumentAsync(id, new() { State = DocumentState.Uploaded });
        """);
}
