namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Confirmations that set a state, by operations that can set anything else, too.</summary>
public sealed class ConfirmedStateTests
{
    [Theory]
    [InlineData("new() { State = DocumentState.Uploaded }")]
    [InlineData("new DocumentChange { Title = title, State = DocumentState.Uploaded }")]
    [InlineData("stated")]
    public Task A_state_that_is_set_too_early(string change) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(string title)
        {
            var stated = new DocumentChange { State = DocumentState.Uploaded };
            var document = await desk.CreateDocumentAsync(title);
            await desk.{|UPG101:UpdateDocumentAsync|}(document.Id, {{change}});
            repository.Save(stated);
        }
        """);

    [Fact]
    public Task A_flag_that_is_set_too_early() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string name)
        {
            var clip = await desk.OpenClipAsync(name);
            await desk.{|UPG101:FinishClipAsync|}(clip.Key, done: true);
        }
        """);

    [Fact]
    public Task A_state_of_one_s_own_method() => ServiceCode.VerifyAsync("""
        private Task FinishAsync(Document document) => desk.UpdateDocumentAsync(document.Id, new() { State = DocumentState.Uploaded });

        public async Task StoreAsync(string title)
        {
            var document = await desk.CreateDocumentAsync(title);
            await {|UPG101:FinishAsync|}(document);
        }
        """);

    [Theory]
    [InlineData("new() { Title = title }")]
    [InlineData("new() { State = DocumentState.Failed }")]
    [InlineData("new() { State = state }")]
    [InlineData("new() { State = new DocumentState(title) }")]
    [InlineData("new() { State = null, Title = title }")]
    [InlineData("change")]
    public Task Silent_about_another_change(string change) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(string title, UploadContent content, DocumentState state, DocumentChange change)
        {
            var document = await desk.CreateDocumentAsync(title);
            await desk.UpdateDocumentAsync(document.Id, {{change}});
            await desk.UpdateDocumentAsync(document.Id, {{change}});
            repository.Save((state, change));
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData(", done: false")]
    [InlineData(", done: isDone")]
    [InlineData(", null")]
    public Task Silent_about_another_flag(string flag) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(string name, bool isDone)
        {
            var clip = await desk.OpenClipAsync(name);
            await desk.FinishClipAsync(clip.Key{{flag}});
            repository.Save(isDone);
        }
        """);

    [Fact]
    public Task Silent_where_a_failure_is_told() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(string title, UploadContent content)
        {
            var document = await desk.CreateDocumentAsync(title);
            try
            {
                await desk.PutContentAsync(document.Id, content);
                await desk.UpdateDocumentAsync(document.Id, new() { State = DocumentState.Uploaded });
            }
            catch
            {
                await desk.UpdateDocumentAsync(document.Id, new() { State = DocumentState.Failed });
                throw;
            }
        }
        """);
}
