import { versionFrom } from '../processes.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

export const rails: ServerUnderTest = {
  id: 'rails',
  packages: ['ruby-railties', 'ruby-actionpack', 'ruby-rack-cors', 'ruby-webrick'],
  version: () =>
    versionFrom(
      'ruby',
      [
        '-e',
        'require "rails"; require "rack/cors"; require "rack/cors/version"; require "webrick"; puts "Rails #{Rails.version}, rack-cors #{Rack::Cors::VERSION}"',
      ],
      /^(.+)/,
    ),
  setup: ({ port }, parts) => ({
    files: {
      'server.rb': `require 'action_controller/railtie'
require 'rack/handler/webrick'

class Api < Rails::Application
  config.root = __dir__
  config.eager_load = false
  config.consider_all_requests_local = false
  config.secret_key_base = 'for this test only'
  config.hosts.clear
  config.logger = Logger.new(nil)
end

class ItemsController < ActionController::API
  def index
    response.headers['X-Total'] = '3'
    render json: { cookie: request.cookies['session'] == '1' }
  end

  def update
    render json: { name: JSON.parse(request.raw_post)['name'] }
  end

  def error
    raise 'on purpose'
  end
end

Api.initialize!
Api.routes.draw do
  get '/api/items', to: 'items#index'
  put '/api/items/1', to: 'items#update'
  get '/api/error', to: 'items#error'
end
Rack::Handler::WEBrick.run(Api, Host: 'localhost', Port: ${port}, AccessLog: [])
`,
      ...(parts === null ? {} : { 'config/initializers/cors.rb': parts[0] ?? '' }),
    },
    command: ['ruby', 'server.rb'],
    env: { RAILS_ENV: 'production' },
  }),
};
