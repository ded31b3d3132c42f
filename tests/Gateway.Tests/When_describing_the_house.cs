using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Gateway.Tests;

public sealed class When_describing_the_house
{
    private const string Template = """
        {
          "openapi": "3.1.1",
          "info": { "title": "x", "version": "v1" },
          "paths": {
            "PATH": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/View" } } } } } } },
            "/health/live": { "get": { "responses": {} } }
          },
          "components": {
            "schemas": { "View": { "type": "object", "properties": { "PROPERTY": { "type": "string" } } }, "ProblemDetails": { "type": "object" } }
          }
        }
        """;

    private static JsonObject Document(string path, string property) =>
        JsonNode.Parse(Template.Replace("PATH", path, StringComparison.Ordinal).Replace("PROPERTY", property, StringComparison.Ordinal))!.AsObject();

    [Fact]
    public async Task The_services_documents_are_one()
    {
        await using var cases = await Backend.Start("cases", Document("/api/v1/cases", "number"));
        await using var dispatch = await Backend.Start("dispatch", Document("/api/v1/offers", "merchant"));
        await using var gateway = await GatewayInstance.Start([("cases", cases.Address), ("dispatch", dispatch.Address)]);
        var joined = await gateway.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal(["/api/v1/cases", "/api/v1/offers"], joined.GetProperty("paths").EnumerateObject().Select(path => path.Name));
        var schemas = joined.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("View").GetProperty("properties").TryGetProperty("number", out _));
        Assert.True(schemas.GetProperty("DispatchView").GetProperty("properties").TryGetProperty("merchant", out _));
        Assert.Equal("#/components/schemas/DispatchView", Schema(joined, "/api/v1/offers"));
        Assert.Equal("#/components/schemas/View", Schema(joined, "/api/v1/cases"));
    }

    [Fact]
    public async Task A_service_that_is_down_is_named_and_the_rest_described()
    {
        await using var cases = await Backend.Start("cases", Document("/api/v1/cases", "number"));
        await using var gateway = await GatewayInstance.Start([("cases", cases.Address), ("dispatch", new Uri("http://127.0.0.1:9"))]);
        var joined = await gateway.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.True(joined.GetProperty("paths").TryGetProperty("/api/v1/cases", out _));
        Assert.Contains("dispatch", joined.GetProperty("x-hotline-absent").EnumerateArray().Select(service => service.GetString()));
    }

    [Fact]
    public async Task The_front_page_and_the_reference_are_open()
    {
        await using var gateway = await GatewayInstance.Start([]);
        using var page = await gateway.Get("/", null, "en", ("Accept", "text/html"));
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/docs", (await gateway.Client.GetFromJsonAsync<JsonElement>("/")).GetProperty("documentation").GetString());
        using var docs = await gateway.Get("/docs/");
        Assert.True(docs.StatusCode == HttpStatusCode.OK, docs.StatusCode.ToString());
        Assert.Contains("openapi/v1.json", await docs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Schema(JsonElement joined, string path) => joined.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses")
        .GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
}
