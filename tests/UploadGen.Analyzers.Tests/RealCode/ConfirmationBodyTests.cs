namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Confirmations that take the key in their body: in an object of its own, nested, in a list, made before.</summary>
public sealed class ConfirmationBodyTests
{
    [Fact]
    public Task A_body_that_is_made_in_the_call() => ServiceCode.VerifyAsync("""
        public async Task<Item> StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            return await vault.{|UPG101:CommitAsync|}(new CommitRequest { Key = session.Key, Folder = request.Name });
        }
        """);

    [Fact]
    public Task A_body_in_a_local() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, string? folder)
        {
            var session = await vault.OpenAsync(request);
            var key = session.Key;
            var body = new CommitRequest { Key = key };
            body = body with { Folder = folder };
            logger.LogInformation("committing {Body}", body);
            await vault.{|UPG101:CommitAsync|}(body);
        }
        """);

    [Fact]
    public Task A_list_of_files_in_the_body() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            await vault.{|UPG101:PublishAsync|}(new() { Files = [new() { Key = session.Key, Title = request.Name }] });
        }

        public async Task StoreListAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            var references = new List<FileReference>();
            references.Add(new FileReference { Key = session.Key });
            await vault.{|UPG101:PublishAsync|}(new PublishRequest { Files = references });
        }
        """);

    [Fact]
    public Task A_PUT_by_the_client_that_is_never_confirmed() => ServiceCode.VerifyAsync("""
        public async Task<string> StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            await vault.{|UPG103:PostAsync|}(session, content);
            logger.LogInformation("stored {Key}", session.Key);
            return "stored";
        }
        """);

    [Fact]
    public Task A_confirmation_twice() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            logger.LogInformation("opened");
            await vault.PostAsync(session, content);
            var body = new CommitRequest { Key = session.Key };
            await vault.CommitAsync(body);
            await vault.{|UPG110:CommitAsync|}(body);
        }
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order() => ServiceCode.VerifyAsync("""
        public async Task<Item> StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            logger.LogInformation("opened {Key}", session.Key);
            await vault.PostAsync(session, content);
            return await vault.CommitAsync(new() { Key = session.Key });
        }

        public async Task<Item> StoreBothAsync(OpenRequest request, UploadContent content)
        {
            var first = await vault.OpenAsync(request);
            var second = await vault.OpenAsync(request);
            await vault.PostAsync(first, content);
            await vault.PostAsync(second, content);
            return await vault.PublishAsync(new() { Files = [new() { Key = first.Key }, new() { Key = second.Key }] });
        }
        """);

    [Fact]
    public Task Silent_about_a_body_whose_key_is_another_or_not_known() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, string saved, CommitRequest given)
        {
            var session = await vault.OpenAsync(request);
            await vault.CommitAsync(given);
            await vault.CommitAsync(new() { Key = saved, Folder = session.Key });
            await vault.CommitAsync(BodyOf(session));
        }

        public async Task StoreEitherAsync(OpenRequest request, string? saved)
        {
            var session = await vault.OpenAsync(request);
            await vault.CommitAsync(new() { Key = saved ?? session.Key });
        }

        private static CommitRequest BodyOf(VaultSession session) => new() { Key = session.Key };
        """);

    [Fact]
    public Task Silent_about_a_body_that_others_see() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            var body = new CommitRequest { Key = session.Key };
            await repository.SaveAsync(body);
            await vault.CommitAsync(body);
        }
        """);
}
