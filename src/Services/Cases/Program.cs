using Hotline.Cases;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("cases");
builder.AddCases();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapCases();
await app.RunAsync();
