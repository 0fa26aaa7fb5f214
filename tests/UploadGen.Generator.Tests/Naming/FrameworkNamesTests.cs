using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Tests.Naming;

/// <summary>operationIds that frameworks make up, and the methods a person would have named.</summary>
public class FrameworkNamesTests
{
    [Theory]
    [InlineData("upload_v1_uploads_post", "POST", "/v1/uploads", "Upload")]
    [InlineData("read_item_items__item_id__get", "GET", "/items/{item_id}", "ReadItem")]
    [InlineData("AssetsController_create", "POST", "/assets", "AssetsCreate")]
    [InlineData("getAssetUsingGET", "GET", "/assets/{id}", "GetAsset")]
    [InlineData("getAssetUsingGET_1", "GET", "/v2/assets/{id}", "GetAsset")]
    [InlineData("Assets_GetAll", "GET", "/assets", "AssetsGetAll")]
    [InlineData("post_oauth2_token#refresh", "POST", "/oauth2/token", "PostOauth2TokenRefresh")]
    [InlineData("get-/crm/v3/lists/{listId}_getById", "GET", "/crm/v3/lists/{listId}", "GetById")]
    [InlineData("(Deprecated) list files", "GET", "/files", "DeprecatedListFiles")]
    [InlineData(null, "GET", "/v1/assets/{id}", "GetV1AssetsById")]
    public void Of_a_framework_is_what_a_person_would_write(string? operationId, string method, string path, string expected)
    {
        var id = OperationNames.Id(operationId, method, path);

        Assert.Equal(expected, Assert.Single(OperationNames.Assign([(id, method, path)], new NameScope())));
    }

    [Fact]
    public void Two_that_would_be_shortened_to_one_name_keep_their_long_ones()
    {
        var names = OperationNames.Assign([("getAssetUsingGET", "GET", "/a"), ("getAssetUsingGET_1", "GET", "/b")], new NameScope());

        Assert.Equal(["GetAssetUsingGet", "GetAssetUsingGet1"], names);
    }
}
