using UploadGen.Conformance.Tests.PayloadPageable0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadPageable : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        Pet[] first = [new() { Id = "1", Name = "dog" }, new() { Id = "2", Name = "cat" }];
        Pet[] second = [new() { Id = "3", Name = "bird" }, new() { Id = "4", Name = "fish" }];
        return new ScenarioCalls("Payload_Pageable")
        {
            {
                "PageSize_listWithoutContinuation",
                async stop => Assert.Equal([.. first, .. second], (await client.PageSizeListWithoutContinuationAsync(stop)).Pets)
            },
            {
                "PageSize_listWithPageSize",
                async stop =>
                {
                    Assert.Equal(first, (await client.PageSizeListWithPageSizeAsync(2, stop)).Pets);
                    Assert.Equal([.. first, .. second], (await client.PageSizeListWithPageSizeAsync(4, stop)).Pets);
                }
            },
            { "ServerDrivenPagination_link", async stop => Assert.Equal(first, (await client.ServerDrivenPaginationLinkAsync(stop)).Pets) },
            { "ServerDrivenPagination_linkString", async stop => Assert.Equal(first, (await client.ServerDrivenPaginationLinkStringAsync(stop)).Pets) },
            {
                "ServerDrivenPagination_nestedLink",
                async stop => Assert.Equal(first, (await client.ServerDrivenPaginationNestedLinkAsync(stop)).NestedItems.Pets)
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestQueryResponseBody",
                async stop =>
                {
                    var page = await client.ContinuationTokenRequestQueryResponseBodyAsync(null, "foo", "bar", stop);
                    Assert.Equal(first, page.Pets);
                    Assert.Equal(second, (await client.ContinuationTokenRequestQueryResponseBodyAsync(page.NextToken, "foo", "bar", stop)).Pets);
                }
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody",
                async stop =>
                {
                    var page = await client.ContinuationTokenRequestHeaderResponseBodyAsync(null, "foo", "bar", stop);
                    Assert.Equal(first, page.Pets);
                    Assert.Equal(second, (await client.ContinuationTokenRequestHeaderResponseBodyAsync(page.NextToken, "foo", "bar", stop)).Pets);
                }
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader",
                async stop =>
                {
                    using var answer = ResponseScope.Begin();
                    Assert.Equal(first, (await client.ContinuationTokenRequestQueryResponseHeaderAsync(null, "foo", "bar", stop)).Pets);
                    var next = answer.Headers["next-token"];
                    Assert.Equal(second, (await client.ContinuationTokenRequestQueryResponseHeaderAsync(next, "foo", "bar", stop)).Pets);
                }
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader",
                async stop =>
                {
                    using var answer = ResponseScope.Begin();
                    Assert.Equal(first, (await client.ContinuationTokenRequestHeaderResponseHeaderAsync(null, "foo", "bar", stop)).Pets);
                    var next = answer.Headers["next-token"];
                    Assert.Equal(second, (await client.ContinuationTokenRequestHeaderResponseHeaderAsync(next, "foo", "bar", stop)).Pets);
                }
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody",
                async stop =>
                {
                    var page = await client.ContinuationTokenRequestQueryNestedResponseBodyAsync(null, "foo", "bar", stop);
                    Assert.Equal(first, page.NestedItems.Pets);
                    page = await client.ContinuationTokenRequestQueryNestedResponseBodyAsync(page.NestedNext?.NextToken, "foo", "bar", stop);
                    Assert.Equal(second, page.NestedItems.Pets);
                }
            },
            {
                "ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody",
                async stop =>
                {
                    var page = await client.ContinuationTokenRequestHeaderNestedResponseBodyAsync(null, "foo", "bar", stop);
                    Assert.Equal(first, page.NestedItems.Pets);
                    page = await client.ContinuationTokenRequestHeaderNestedResponseBodyAsync(page.NestedNext?.NextToken, "foo", "bar", stop);
                    Assert.Equal(second, page.NestedItems.Pets);
                }
            },
            {
                "XmlPagination_listWithContinuation",
                async stop =>
                {
                    var page = await client.XmlPaginationListWithContinuationAsync(cancellationToken: stop);
                    Assert.Equal(first.Select(pet => (pet.Id, pet.Name)), page.Pets.Select(pet => (pet.Id, pet.Name)));
                    page = await client.XmlPaginationListWithContinuationAsync(page.NextMarker, stop);
                    Assert.Equal(second.Select(pet => (pet.Id, pet.Name)), page.Pets.Select(pet => (pet.Id, pet.Name)));
                    Assert.Null(page.NextMarker);
                }
            },
        };
    }
}
